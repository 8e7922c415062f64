// The pipeline in one example.

package agreement_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/hasteslowly/readiness/coding/agreement"
)

func Example() {
	table, err := agreement.Read(strings.NewReader("ann,bob,cy\n1,1,\n2,2,3\n3,3,3\n3,3,3\n2,2,2\n1,2,3\n"), agreement.Format{})
	if err != nil {
		log.Fatal(err)
	}
	alpha, _ := agreement.KrippendorffAlpha.Of(table, agreement.Options{Metric: agreement.Ordinal, Interval: agreement.Bootstrap, Seed: 1})
	fmt.Println(alpha)
	kappa, _ := agreement.CohenKappa.Of(table, agreement.Options{})
	fmt.Println(kappa)
	confusion := agreement.Confuse(table)
	fmt.Println(confusion.Categories, confusion.Counts)
	// Output:
	// krippendorff_alpha (ordinal) 0.59 (-0.05 to 1.00, 95%)
	// cohen_kappa: undefined, it takes exactly two coders
	// [1 2 3] [[2 0.5 0.5] [0.5 4 1.5] [0.5 1.5 6]]
}

// Spans are judged by position, or whole.
func ExampleContinuum() {
	c := agreement.Continuum{Length: 100, Coders: [][]agreement.Span{
		{{Start: 10, End: 30, Category: "trust"}, {Start: 50, End: 70, Category: "money"}},
		{{Start: 12, End: 30, Category: "trust"}, {Start: 55, End: 70, Category: "law"}},
	}}
	for _, view := range []agreement.View{agreement.MarkedOrNot, agreement.Everything, agreement.CategoryWhereMarked} {
		v, _ := c.AlphaU(view, "")
		fmt.Println(v)
	}
	p, _ := c.Positions(agreement.Everything, "")
	fmt.Println(p)
	v, _ := c.Unitizing("trust")
	fmt.Println(v)
	// Output:
	// alpha_u (marked-or-not) 0.85
	// alpha_u (everything) 0.61
	// alpha_u (category-where-marked) 0.43
	// alpha_positions (everything) 0.60
	// unitizing_alpha (trust) 0.99
}
