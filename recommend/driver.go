// Rule 5: a weak pure driver, or a strong one that can be lost.

package recommend

import (
	"fmt"

	"github.com/hasteslowly/readiness/framework"
)

// weakBelow is the strength below which a pure driver calls for action.
const weakBelow = 0.5

var driverRule = Rule{
	ID: "driver", Number: 5,
	Title: "A pure driver: build it where the team has control, else secure it, influence it or prepare for its loss",
	Doc: "Fires for a pure driver whose strength is below 0.5, and for one of 0.5 or more that lies outside the team's control. Gives the actions of its type. " +
		"Inside control means direct or shared.",
	Basis: "That pure drivers differ in how far they lie from the solution and the team, and so in control, is published (Petrova & Barclay 2024); threshold and answers are this project's.",
	find: func(s *situation) (found []subject, silent []Silence) {
		for _, t := range s.types {
			if t.Form != framework.PureDriver {
				continue
			}
			full, _ := s.result.Scorer().Catalogue().Type(t.ID)
			weak, outside := t.Helps.Known && t.Helps.Value < weakBelow, full.Control.Outside()
			var because string
			gravity := 1 - t.Helps.Value
			switch {
			case !t.Helps.Known:
				silent = append(silent, Silence{"driver", t.ID, "its strength is not known"})
				continue
			case weak && outside:
				because = fmt.Sprintf("%q is weak (%.2f) and outside the team's control: influence it, or do without", t.Name, t.Helps.Value)
			case weak:
				because = fmt.Sprintf("%q is weak (%.2f) and within reach (control: %v): build it", t.Name, t.Helps.Value, full.Control)
			case outside:
				gravity = 0
				because = fmt.Sprintf("%q carries the project (%.2f) and is outside the team's control: secure it, and prepare for its loss", t.Name, t.Helps.Value)
			default:
				silent = append(silent, Silence{"driver", t.ID, fmt.Sprintf("its strength is %.2f, not below %.2f, and the team has a say in it", t.Helps.Value, weakBelow)})
				continue
			}
			found = append(found, subject{
				id: t.ID, name: t.Name, scores: []string{t.ID}, because: because, gravity: gravity, fits: s.targeting(t.ID, func(Action) bool { return true }),
			})
		}
		return found, silent
	},
}
