// From what two people coded to what a project can use, in one example.

package coding_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/coding/agreement"
)

func Example() {
	m, err := coding.ReadCodings(strings.NewReader(`document,code,coder,sign,counters,case,site
interview 1,people > trust,ann,driver,,k1,north
interview 1,people > trust,bob,driver,,k1,north
interview 1,money,bob,challenge,,k1,north
interview 2,people > trust,ann,challenge,,k2,south
interview 2,people > trust,bob,challenge,,k2,south
interview 2,shared record,ann,driver,people > trust,k2,south
interview 3,money,ann,driver,,k3,south
interview 3,people > trust,bob,challenge,,k3,south
`))
	if err != nil {
		log.Fatal(err) // every problem, with line, column and cure
	}
	table, _ := m.Presence("", "people > trust")
	alpha, _ := agreement.PercentAgreement.Of(table, agreement.Options{})
	fmt.Println("trust:", alpha)

	r := coding.Relate(m, coding.Window{}, nil)
	for _, f := range r.Ambivalent {
		fmt.Printf("%s is felt both ways: challenge in %d, driver in %d\n", f.Code, f.Challenge, f.Driver)
	}
	for _, p := range r.Oppositional {
		fmt.Printf("%s is said to counteract %s\n", p.Driver, p.Challenge)
	}
	matrix, _ := coding.Cross(m, coding.MatrixOptions{By: "site", Depth: 1})
	fmt.Println(matrix.Themes, matrix.Cases, len(matrix.Cells[1][0].Codings))
	// Output:
	// trust: percent_agreement 0.67
	// money is felt both ways: challenge in 1, driver in 1
	// people > trust is felt both ways: challenge in 2, driver in 1
	// shared record is said to counteract people > trust
	// [people money shared record] [north south] 3
}

// A ledger is replayed, taken back in the open, and asked why.
func ExampleLedger() {
	e, err := coding.ReadEvidence(strings.NewReader(`{"id":"smith-2020","citation":"Smith 2020","url":"x","kind":"survey","setting":"here","challenges":[{"name":"fear","it_solution":false,"note":"they fear"}],"drivers":[],"ambivalent_or_paired":[],"outcomes":[],"seen":"abstract"}`))
	if err != nil {
		log.Fatal(err)
	}
	l := coding.Ledger{
		{Op: coding.Import, Of: e.Digest, Who: "ann", Why: "our reviews"},
		{Op: coding.Place, Of: "smith-2020:c1", Lens: coding.LensType, In: []string{"anxiety"}, Who: "ann", Why: "staff are afraid"},
		{Op: coding.Merge, Of: "being-afraid", From: []string{"smith-2020:c1"}, Lens: coding.LensMeaning, Who: "ann", Why: "one meaning"},
		{Op: coding.Undo, Of: "3", Who: "bob", Why: "too early"},
	}
	s, err := coding.Replay(l, e)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(s.Funnel().Parameters, "parameters,", s.Funnel().Undecided, "undecided")
	for _, step := range l.Blame("being-afraid") {
		fmt.Println(step)
	}
	// Output:
	// 0 parameters, 1 undecided
	// 2 place smith-2020:c1 by ann: staff are afraid
	// 3 merge being-afraid by ann: one meaning (undone by 4)
}
