// Rule 6: effort that goes to the IT solution while the burden lies elsewhere.

package recommend

import (
	"fmt"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
)

// gapFrom is the excess of effort on the IT solution, over its share of the burden, from which attention is misplaced.
const gapFrom = 0.1

var attentionRule = Rule{
	ID: "attention", Number: 6,
	Title: "An attention gap: move effort from the IT solution to interactions, structure and context",
	Doc: "Fires when the share of declared effort that goes to the IT solution exceeds its share of the burden by 0.10 or more. Gives actions that target " +
		"the area, other than the IT solution, whose burden exceeds its effort most.",
	Basis: "That less than a quarter of the parameters concern the IT solution, and that more attention is due to social interactions and to structural and contextual parameters, is published (Petrova & Barclay 2024); the measure is this project's.",
	find: func(s *situation) ([]subject, []Silence) {
		var it, most *assess.Attention
		all := s.result.Attention()
		for i := range all {
			a := &all[i]
			switch {
			case a.Gap == nil:
				return nil, []Silence{{"attention", "effort", "the profile declares no effort by area"}}
			case a.Area == framework.ITSolution:
				it = a
			case most == nil || *a.Gap > *most.Gap:
				most = a
			}
		}
		switch {
		case it == nil:
			return nil, []Silence{{"attention", "effort", "no hindrance is known"}}
		case -*it.Gap < gapFrom:
			return nil, []Silence{{"attention", "effort", fmt.Sprintf("the IT solution gets %.0f%% of the effort and is %.0f%% of the burden; the rule fires from %.0f points more effort than burden", 100**it.Effort, 100*it.Burden, 100*gapFrom)}}
		}
		return []subject{{
			id: most.Area.String(), name: most.Area.String(),
			because: fmt.Sprintf("the IT solution gets %.0f%% of the effort and is %.0f%% of the burden; %v gets %.0f%% and is %.0f%%", 100**it.Effort, 100*it.Burden, most.Area, 100**most.Effort, 100*most.Burden),
			fits:    s.inArea(most.Area),
		}}, nil
	},
}

// inArea prefers actions by how heavily their targets in an area hinder.
func (s *situation) inArea(area framework.Area) func(Action) float64 {
	heavy := map[string]float64{}
	for _, t := range s.types {
		for _, p := range s.result.Parameters(t.ID) {
			if p.Area == area && p.Hinders.Known {
				heavy[p.ID] = p.Hinders.Value
			}
		}
	}
	return func(a Action) float64 {
		fit := 0.0
		for _, t := range a.Targets {
			if t.Pole == framework.Challenge {
				fit += heavy[t.Parameter]
			}
		}
		return fit
	}
}
