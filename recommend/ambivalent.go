// Rule 3: a force felt both ways.

package recommend

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
)

// sharpFrom is the sharpness from which a tension calls for a skill of its own.
const sharpFrom = 0.25

var ambivalentRule = Rule{
	ID: "ambivalent", Number: 3,
	Title: "A force felt both ways: by what the tension depends on",
	Doc: "Fires for a force of either form whose tension is 0.25 or sharper, and for an ambivalent force whose challenge pole is above 0.5. Gives actions by " +
		"what the tension depends on: within people, eliciting assumptions; between perspectives, managing conflict and navigating worldviews; " +
		"between goals, negotiating goals; between contexts, local variants.",
	Basis: "That ambivalence depends on context, goals and perspective, and that these skills are needed, is published (Petrova & Barclay 2024); measures and threshold are this project's.",
	find: func(s *situation) (found []subject, silent []Silence) {
		for _, t := range s.result.Tensions() {
			if t.Local {
				continue
			}
			score, _ := s.result.Type(t.ID)
			heavy := t.Form == framework.Ambivalent && score.Hinders.Known && score.Hinders.Value > 0.5
			if t.Sharpness() < sharpFrom && !heavy {
				silent = append(silent, Silence{"ambivalent", t.ID, fmt.Sprintf("its tension is %.2f, below %.2f", t.Sharpness(), sharpFrom)})
				continue
			}
			divide := divideOf(t.On)
			inType := s.targeting(t.ID, func(a Action) bool { return t.Form == framework.Ambivalent || len(a.Divides) > 0 })
			found = append(found, subject{
				id: t.ID, name: t.Name, scores: []string{t.ID}, because: s.whyTense(t, score), gravity: t.Sharpness(),
				fits: func(a Action) float64 {
					fit := inType(a)
					if fit > 0 && divide != "" && slices.Contains(a.Divides, divide) {
						fit += 10
					}
					return fit
				},
			})
		}
		return found, silent
	},
}

// divideOf gives what an action must answer for a divide of the assessment; people who differ for no reason found are asked one by one.
func divideOf(d assess.Divide) Divide {
	switch d {
	case assess.WithinPeople, assess.BetweenPeople:
		return Within
	case assess.BetweenPerspectives:
		return Perspective
	case assess.BetweenContexts:
		return Context
	case assess.BetweenGoals:
		return Goal
	}
	return ""
}

// skill names what a divide calls for.
func skill(d assess.Divide) string {
	switch d {
	case assess.WithinPeople, assess.BetweenPeople:
		return "elicit assumptions"
	case assess.BetweenPerspectives:
		return "manage the conflict and navigate worldviews"
	case assess.BetweenContexts:
		return "make room for local variants"
	case assess.BetweenGoals:
		return "negotiate goals"
	}
	return "weigh both sides"
}

func (s *situation) whyTense(t assess.Tension, score assess.TypeScore) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q is felt both ways", t.Name)
	if score.Hinders.Known && score.Helps.Known {
		fmt.Fprintf(&b, " (%.2f against, %.2f for)", score.Hinders.Value, score.Helps.Value)
	}
	if t.On != "" {
		fmt.Fprintf(&b, ", mainly %s", t.On)
	}
	var sides []string
	for _, p := range t.Positions {
		if net, ok := p.Net(); ok {
			sides = append(sides, fmt.Sprintf("%s %+.2f", s.voice(p.Perspective), net))
		}
	}
	if len(sides) > 1 && t.On == assess.BetweenPerspectives {
		fmt.Fprintf(&b, ": %s", strings.Join(sides, ", "))
	}
	fmt.Fprintf(&b, "; so %s", skill(t.On))
	return b.String()
}
