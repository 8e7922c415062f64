// The front door: reading what people filled in, and being told all that is wrong with it at once.

package profile_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

func ExampleReadCSV() {
	p, err := profile.ReadCSV(strings.NewReader(`parameter,respondent,perspective,hinders,helps,state
consent-and-choice,ana,nurses,3,1,
consent-and-choice,ben,patients,,,don't know
`), profile.Options{Catalogue: framework.Reference(), Input: "north.csv"})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := p.WriteCSV(os.Stdout); err != nil {
		fmt.Println(err)
	}
	_, err = profile.ReadCSV(strings.NewReader(`parameter,respondent,perspective,hinders,helps
consent-and-choise,ana,nurses,3,1
ambition,ben,patients,9,
`), profile.Options{Catalogue: framework.Reference(), Input: "south.csv"})
	fmt.Println(err)
	// Output:
	// parameter,respondent,perspective,hinders,helps,context,goal,state,note,evidence,at
	// #profile,,,,,,,,"{""version"":1,""project"":{""name"":""north.csv""},""respondents"":[{""id"":""ana"",""perspective"":""nurses""},{""id"":""ben"",""perspective"":""patients""}]}",,
	// consent-and-choice,ana,nurses,3,1,,,,,,
	// consent-and-choice,ben,patients,,,,,don't know,,,
	// south.csv: 2 problems
	//   line 2, column 1: parameter: "consent-and-choise" is no parameter or type of catalogue readiness-reference 2.0.0; did you mean "consent-and-choice"?
	//   line 3, column 23: hinders: "9" is no rating: a whole number from 0 (not at all) to 4 (very strongly)
}
