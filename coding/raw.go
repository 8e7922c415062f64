// Raw parameters: what a source says, before anything is merged.

package coding

import (
	"fmt"
	"strings"

	"github.com/hasteslowly/readiness/framework"
)

// A Raw is one factor from one source, in the words of its coder.
type Raw struct {
	// ID is SOURCE:c1 for the first challenge, d1 for the first driver, a1 for the first two-signed factor. A half made by a split
	// has "/challenge" or "/driver" behind it.
	ID     string
	Source string
	// Sign is the side or sides on which the source reports it.
	Sign       framework.Pole
	ITSolution bool // as first coded; false for two-signed factors, which were not
	Name       string
	Note       string
}

// wholeOf gives the raw parameter that a half was split from, or the id itself.
func wholeOf(id string) string {
	return strings.TrimSuffix(strings.TrimSuffix(id, "/challenge"), "/driver")
}

// Raws lists the raw parameters of accounts, in their order: challenges, drivers, two-signed.
func Raws(accounts []Account) []Raw {
	var raws []Raw
	for _, a := range accounts {
		for i, f := range a.Challenges {
			raws = append(raws, Raw{fmt.Sprintf("%s:c%d", a.ID, i+1), a.ID, framework.Challenge, f.ITSolution, f.Name, f.Note})
		}
		for i, f := range a.Drivers {
			raws = append(raws, Raw{fmt.Sprintf("%s:d%d", a.ID, i+1), a.ID, framework.Driver, f.ITSolution, f.Name, f.Note})
		}
		for i, t := range a.TwoSigned {
			note := fmt.Sprintf("As challenge: %s As driver: %s Depends on: %s", t.AsChallenge, t.AsDriver, t.DependsOn)
			raws = append(raws, Raw{fmt.Sprintf("%s:a%d", a.ID, i+1), a.ID, framework.Both, false, t.Name, note})
		}
	}
	return raws
}
