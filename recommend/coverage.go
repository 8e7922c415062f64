// Rule 7: too little is known, or somebody was not asked.

package recommend

import (
	"fmt"
	"slices"
)

// coveredFrom is the coverage below which asking comes among the actions.
const coveredFrom = 0.5

var coverageRule = Rule{
	ID: "coverage", Number: 7,
	Title: "Low coverage or a missing perspective: ask, whom and what",
	Doc: "Fires for every declared perspective without a respondent, and for every perspective that answered less than half of what applies to it. Gives the library's actions of " +
		"asking, and names the type whose answers would narrow the bounds of readiness most.",
	Basis: "That skills in eliciting assumptions are needed is published (Petrova & Barclay 2024); the measure is this project's.",
	find: func(s *situation) (found []subject, silent []Silence) {
		first := map[string]string{}
		for _, g := range s.result.Gaps() {
			if _, ok := first[g.Perspective]; !ok && g.Narrows > 0 {
				first[g.Perspective] = fmt.Sprintf("; begin with %q, which would bring the bounds to %.0f-%.0f", g.Name, g.Low, g.High)
			}
		}
		for _, c := range s.result.Coverage() {
			share := 1.0
			if c.Applicable > 0 {
				share = float64(c.Answered) / float64(c.Applicable)
			}
			because := fmt.Sprintf("%s answered %d of %d (%.0f%%)", s.voice(c.Perspective), c.Answered, c.Applicable, 100*share)
			switch {
			case c.Respondents == 0:
				because = fmt.Sprintf("nobody speaks for %s", s.voice(c.Perspective))
			case share >= coveredFrom:
				silent = append(silent, Silence{"coverage", c.Perspective, fmt.Sprintf("%.0f%% is answered, not below %.0f%%", 100*share, 100*coveredFrom)})
				continue
			}
			found = append(found, subject{
				id: c.Perspective, name: s.voice(c.Perspective), because: because + first[c.Perspective],
				fits: asking(c.Respondents == 0),
			})
		}
		return found, silent
	},
}

// asking fits the library's actions of asking: those for a divide of perspectives when nobody speaks for one, the others when
// somebody does.
func asking(nobody bool) func(Action) float64 {
	return func(a Action) float64 {
		switch {
		case a.Type != "" || !nobody && slices.Contains(a.Divides, Perspective):
			return 0
		case len(a.Divides) == 0 || slices.Contains(a.Divides, Perspective):
			return 2
		}
		return 1
	}
}
