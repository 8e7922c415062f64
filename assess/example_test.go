// The front door: scoring a profile, and asking a number what it was made of.

package assess_test

import (
	"fmt"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

func Example() {
	p, err := profile.ReadCSV(strings.NewReader(`parameter,respondent,perspective,hinders,helps
fear-of-fines,ana,nurses,4,
fear-of-fines,ben,nurses,2,
fear-of-fines,eva,managers,1,
`), profile.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	scorer, err := assess.NewScorer(framework.Reference(), assess.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := scorer.Score(p)
	if err != nil {
		fmt.Println(err)
		return
	}
	n, _ := r.Explain("fear-of-fines")
	fmt.Printf("%s: %.2f = %s\n", n.Label, n.Estimate.Value, n.How)
	for _, perspective := range n.Parts {
		fmt.Printf("  %s %.2f\n", perspective.Label, perspective.Estimate.Value)
		for _, answer := range perspective.Parts {
			fmt.Printf("    %s %.2f, observations %v\n", answer.Label, answer.Estimate.Value, answer.Observations)
		}
	}
	// Output:
	// Fear of fines and penalties: 0.50 = hindrance: weighted mean over perspectives
	//   managers 0.25
	//     eva 0.25, observations [2]
	//   nurses 0.75
	//     ana 1.00, observations [0]
	//     ben 0.50, observations [1]
}
