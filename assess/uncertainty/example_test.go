// The front door: how sure a score is, and whom to ask what.

package uncertainty_test

import (
	"fmt"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/uncertainty"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

func Example() {
	p, err := profile.ReadCSV(strings.NewReader(`parameter,respondent,perspective,hinders,helps
consent-and-choice,ana,nurses,3,1
consent-and-choice,ben,nurses,1,3
consent-and-choice,eva,patients,4,1
consent-and-choice,ida,patients,4,0
distrust-relationship,ana,nurses,2,3
distrust-relationship,ben,nurses,2,2
distrust-relationship,eva,patients,3,1
team-strengths,ana,nurses,,4
`), profile.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	scorer, _ := assess.NewScorer(framework.Reference(), assess.Options{})
	r, _ := scorer.Score(p)
	a, err := uncertainty.Analyse(r, uncertainty.Options{Draws: 2000})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r)
	fmt.Printf("if others had been asked:     %.0f to %.0f\n", *a.Sampling.Low, *a.Sampling.High)
	fmt.Printf("over what is missing:         %.0f to %.0f\n", a.Missing.Low, a.Missing.High)
	fmt.Printf("with weights and aggregation: %.0f to %.0f, %s with probability %.2f\n", a.Readiness.Low, a.Readiness.High, a.Bands[1].Band, a.Bands[1].Probability)
	fmt.Printf("ask %s about %s\n", a.Ask[0].Perspective, a.Ask[0].Type)
	// Output:
	// readiness 59, between 3 and 96 with 300 of 2468 answers
	// if others had been asked:     52 to 62
	// over what is missing:         36 to 67
	// with weights and aggregation: 20 to 66, middle third with probability 0.68
	// ask nurses about doubt-value
}
