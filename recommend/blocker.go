// Rule 1: a blocker first.

package recommend

import (
	"fmt"
	"strings"

	"github.com/hasteslowly/readiness/assess"
)

var blockerRule = Rule{
	ID: "blocker", Number: 1,
	Title: "A blocker: the action that clears it, first",
	Doc: "Fires for every critical parameter that some perspective rates at 3 of 4 or more against the project, on average. " +
		"Gives the actions that target the parameter, or else its type. No overall mean can buy a blocker off, so it comes before everything.",
	Basis: "This project's; which parameters are critical is argued in the catalogue.",
	find: func(s *situation) (found []subject, silent []Silence) {
		for _, b := range s.result.Blockers() {
			var who []string
			for _, v := range b.By {
				who = append(who, fmt.Sprintf("%s %.1f of 4", s.voice(v.Perspective), v.Mean))
			}
			found = append(found, subject{
				id: b.Parameter, name: b.Name, scores: []string{b.Parameter},
				because: fmt.Sprintf("%q stops the project: rated against it by %s", b.Name, strings.Join(who, ", ")),
				fits:    blockerFit(s, b),
			})
		}
		if len(found) == 0 {
			silent = append(silent, Silence{"blocker", "critical parameters", fmt.Sprintf("no perspective rates one at %d of 4 or more against the project", assess.BlockerFrom)})
		}
		return found, silent
	},
}

// blockerFit prefers actions whose targets begin with the parameter itself, then those that have it among them, then others of its type.
func blockerFit(s *situation, b assess.Blocker) func(Action) float64 {
	inType := s.targeting(b.Type, func(Action) bool { return true })
	return func(a Action) float64 {
		for i, t := range a.Targets {
			if t.Parameter == b.Parameter {
				return 100/float64(i+1) + inType(a)
			}
		}
		return inType(a)
	}
}
