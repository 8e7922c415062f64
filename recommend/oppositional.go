// Rule 2: an oppositional force that is not held.

package recommend

import (
	"fmt"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
)

var oppositionalRule = Rule{
	ID: "oppositional", Number: 2,
	Title: "An unopposed or contested force: strengthen its own driver",
	Doc: "Fires for an oppositional force whose challenge is above 0.5, whether its driver is (contested) or not (unopposed). Gives the actions " +
		"that target its drivers, those first that answer what is heaviest. Strengthening another force's driver does not counteract this challenge.",
	Basis: "That an oppositional force pairs a challenge with the driver that resolves or counteracts it is published (Petrova & Barclay 2024); the threshold is this project's.",
	find: func(s *situation) (found []subject, silent []Silence) {
		for _, t := range s.types {
			if t.Form != framework.Oppositional {
				continue
			}
			if t.State != assess.Unopposed && t.State != assess.Contested {
				silent = append(silent, Silence{"oppositional", t.ID, whyHeld(t)})
				continue
			}
			found = append(found, subject{
				id: t.ID, name: t.Name, scores: []string{t.ID},
				because: fmt.Sprintf("%q is %s: the challenge stands at %.2f, the driver that answers it at %.2f", t.Name, t.State, t.Hinders.Value, t.Helps.Value),
				gravity: t.Residual.Value, fits: s.targeting(t.ID, func(a Action) bool { return a.moves(framework.Driver) }),
			})
		}
		return found, silent
	},
}

func whyHeld(t assess.TypeScore) string {
	if t.State == "" {
		return "one of its sides is not known"
	}
	return fmt.Sprintf("it is %s: challenge %.2f, driver %.2f; the rule fires when the challenge is above 0.50", t.State, t.Hinders.Value, t.Helps.Value)
}

// moves reports whether the action targets a side.
func (a Action) moves(pole framework.Pole) bool {
	for _, t := range a.Targets {
		if t.Pole == pole {
			return true
		}
	}
	return false
}
