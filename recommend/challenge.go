// Rule 4: a heavy pure challenge.

package recommend

import (
	"fmt"
	"strings"

	"github.com/hasteslowly/readiness/framework"
)

// heavyFrom is the burden above which a pure challenge calls for action.
const heavyFrom = 0.5

var challengeRule = Rule{
	ID: "challenge", Number: 4,
	Title: "A heavy pure challenge: learn from its parallel domains, act on its heaviest parameters",
	Doc: "Fires for a pure challenge whose burden is above 0.5. Gives the actions that target its heaviest parameters, and names the other domains of " +
		"practice that know the challenge, with what to look for there.",
	Basis: "That pure challenges have parallels in other domains, as a source of learning, is published (Petrova & Barclay 2024); which ones, and the threshold, are this project's.",
	find: func(s *situation) (found []subject, silent []Silence) {
		for _, t := range s.types {
			if t.Form != framework.PureChallenge {
				continue
			}
			switch {
			case !t.Hinders.Known:
				silent = append(silent, Silence{"challenge", t.ID, "its burden is not known"})
			case t.Hinders.Value <= heavyFrom:
				silent = append(silent, Silence{"challenge", t.ID, fmt.Sprintf("its burden is %.2f, not above %.2f", t.Hinders.Value, heavyFrom)})
			default:
				full, _ := s.result.Scorer().Catalogue().Type(t.ID)
				var domains []string
				for _, l := range full.LearnsFrom {
					domains = append(domains, l.Domain)
				}
				because := fmt.Sprintf("the burden of %q is %.2f", t.Name, t.Hinders.Value)
				if names := s.heaviest(t.ID); len(names) > 0 {
					because += ", most of all " + strings.Join(names, " and ")
				}
				if len(domains) > 0 {
					because += "; " + strings.Join(domains, ", ") + " know the like"
				}
				found = append(found, subject{
					id: t.ID, name: t.Name, scores: []string{t.ID}, because: because,
					gravity: t.Hinders.Value, fits: s.targeting(t.ID, func(Action) bool { return true }),
				})
			}
		}
		return found, silent
	},
}

// heaviest names the one or two parameters that hinder most, above 0.5, among those of a type that were rated themselves.
func (s *situation) heaviest(typeID string) []string {
	var first, second string
	var most, next float64
	for _, p := range s.result.Parameters(typeID) {
		switch v := p.Hinders.Value; {
		case !p.Own || !p.Hinders.Known || v <= 0.5:
		case v > most:
			first, second, most, next = p.Name, first, v, most
		case v > next:
			second, next = p.Name, v
		}
	}
	var names []string
	for _, n := range []string{first, second} {
		if n != "" {
			names = append(names, fmt.Sprintf("%q", n))
		}
	}
	return names
}
