// Shifts: answers moved by steps of the scale, for what-if questions.

package assess

import (
	"fmt"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
	"github.com/hasteslowly/readiness/framework/strict"
)

// shifted is by how many steps the answers to the sides of a parameter move.
type shifted struct{ hinders, helps float64 }

// shifts gives the steps by parameter, or nil when there are no moves.
func (s *Scorer) shifts(moves []Move) ([]shifted, error) {
	if len(moves) == 0 {
		return nil, nil
	}
	var problems []strict.Problem
	all := make([]shifted, len(s.parameters))
	for k, m := range moves {
		i, ok := s.index[m.Parameter]
		switch {
		case !ok:
			problems = append(problems, strict.Problem{
				Path: fmt.Sprintf("moves[%d].parameter", k), What: fmt.Sprintf("%q is not scored", m.Parameter), Cure: s.catalogue.Suggest(m.Parameter),
			})
		case m.Pole == framework.Challenge:
			all[i].hinders += m.Steps
		case m.Pole == framework.Driver:
			all[i].helps += m.Steps
		default:
			problems = append(problems, strict.Problem{
				Path: fmt.Sprintf("moves[%d].pole", k), What: fmt.Sprintf("is %v", m.Pole), Cure: "move one side: challenge or driver",
			})
		}
	}
	return all, strict.Fail("moves", problems)
}

func (c *cell) addShifted(from *profile.Cell, by shifted) {
	for k := range from.Len() {
		a := from.At(k)
		switch a.State {
		case profile.Rated:
			c.hinders.addShifted(a.Hinders, by.hinders)
			c.helps.addShifted(a.Helps, by.helps)
		case profile.NotApplicable:
			c.excluded++
		}
	}
}

func (c *count) addShifted(rating, steps float64) {
	if rating >= 0 {
		c.sum += min(max(rating+steps, 0), profile.Strongest)
		c.n++
	}
}
