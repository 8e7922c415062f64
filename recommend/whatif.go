// What-if: readiness recomputed with an action's targets one step better.

package recommend

import (
	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/framework"
)

// A WhatIf is what the model says when the answers to an action's targets move one step of the scale: hindrances down, helps up. It
// is a statement about the model, not a prediction of effect.
type WhatIf struct {
	// Before and After are readiness, 0 to 100; Gain is the difference of their values. Gain is 0 when no target has an answer.
	Before assess.Estimate `json:"before"`
	After  assess.Estimate `json:"after"`
	Gain   float64         `json:"gain"`
	// Moves are what was moved; Answered counts the answers among them that could move.
	Moves    []assess.Move `json:"moves"`
	Answered int           `json:"answered"`
}

func (s *situation) whatIf(a Action) (WhatIf, error) {
	w := WhatIf{Before: s.result.Readiness(), After: s.result.Readiness(), Moves: []assess.Move{}}
	for _, t := range a.Targets {
		steps := 1.0
		if t.Pole == framework.Challenge {
			steps = -1
		}
		if e, ok := s.side(t); ok {
			w.Moves = append(w.Moves, assess.Move{Parameter: t.Parameter, Pole: t.Pole, Steps: steps})
			w.Answered += e.Answered
		}
	}
	if w.Answered == 0 {
		return w, nil
	}
	after, err := s.result.Scorer().ScoreMoved(s.result.Profile(), w.Moves)
	if err != nil {
		return w, err
	}
	w.After = after.Readiness()
	w.Gain = w.After.Value - w.Before.Value
	return w, nil
}
