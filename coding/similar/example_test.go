// The pipeline in one example.

package similar_test

import (
	"fmt"
	"log"

	"github.com/hasteslowly/readiness/coding/similar"
)

func Example() {
	names := []string{"Lack of training for staff", "staff lack training and time", "Training of staff is lacking", "No money"}
	index, err := similar.New(names, similar.Options{Order: similar.Edit{}})
	if err != nil {
		log.Fatal(err)
	}
	found, err := index.Pairs(0.5)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("equal:", found.Equal)
	for _, p := range found.Pairs {
		fmt.Printf("%.2f %q - %q: %s\n", p.Similarity, names[p.A], names[p.B], p.Reason())
	}
	// Output:
	// equal: [[0 2]]
	// 0.75 "Lack of training for staff" - "staff lack training and time": both say lack, staff, training; only the second time
}
