// The front door: a profile in, explained actions out. The README shows the body of this example.

package recommend_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
	"github.com/hasteslowly/readiness/recommend"
)

func Example() {
	const answers = `parameter,respondent,perspective,hinders,helps
consent-and-choice,ana,nurses,3,1
consent-and-choice,ben,patients,1,4
slow-at-point-of-care,ana,nurses,3,`
	catalogue := framework.Reference()
	p, err := profile.ReadCSV(strings.NewReader(answers), profile.Options{Catalogue: catalogue})
	if err != nil {
		log.Fatal(err) // every problem, with line, column and cure
	}
	scorer, _ := assess.NewScorer(catalogue, assess.Options{})
	result, _ := scorer.Score(p)
	fmt.Println(result)
	advice, _ := recommend.Derive(result, recommend.DefaultLibrary(), recommend.Options{})
	for _, r := range advice.Recommendations[:2] {
		fmt.Printf("%s, because %s\n", r.Title, r.Because)
	}
	// Output:
	// readiness 38, between 2 and 98 with 65 of 1234 answers
	// Ask different groups in the way that they trust, because "Consent and choice" is felt both ways (0.50 against, 0.62 for), mainly between perspectives: nurses -0.50, patients +0.75; so manage the conflict and navigate worldviews
	// Time the opening of a record where it is used, and publish it, because the burden of "A solution that does not fit" is 0.75, most of all "Too slow when the patient is there"; product design, public architecture know the like
}
