// Models: a scored profile taken apart, to be scored again with other respondents, weights, aggregations and missing answers.

package assess

import (
	"slices"

	"github.com/hasteslowly/readiness/framework"
)

// A Model holds what scoring needs of a profile, so that it can be scored ten thousand times: see [Trial]. It is immutable and safe
// for concurrent use.
//
// Its cells are the questions one perspective can answer: side s of the perspective p has number s * perspectives + p.
type Model struct {
	scorer       *Scorer
	perspectives []string
	sizes        []int // respondents by perspective
	sides        []Side
	firstSide    []int // by type, and one more
	defaults     Weights
	respondents  []int32 // by respondent: its perspective
	first        []int32 // by respondent: its first answer, and one more
	answers      []modelAnswer
	firstOut     []int32 // by respondent: the first cell it is left out of, and one more
	out          []int32
	own          []bool // by cell
}

// A Side is one side of a parameter that is scored at the project's stage.
type Side struct {
	Parameter string         `json:"parameter"`
	Pole      framework.Pole `json:"pole"` // Challenge or Driver
	// Type numbers the type, in the catalogue's order; Number the parameter, among those that are scored.
	Type, Number int `json:"-"`
}

// poleNumber is 0 for the hindering side and 1 for the helping one.
func poleNumber(p framework.Pole) int {
	if p == framework.Driver {
		return 1
	}
	return 0
}

// Weights are relative, by number: perspectives as the profile lists them, types and parameters as the catalogue does. A nil slice takes
// the weights of the scorer's options.
type Weights struct{ Perspectives, Types, Parameters []float64 }

// Model takes a result apart.
func (r *Result) Model() *Model {
	m := &Model{scorer: r.scorer, perspectives: r.profile.Perspectives()}
	stage := r.profile.Project().Stage
	sideOf := make([][2]int32, len(r.scorer.parameters)) // of a parameter: hindering, helping; -1 where it has none
	for k := range r.scorer.types {
		m.firstSide = append(m.firstSide, len(m.sides))
		m.defaults.Types = append(m.defaults.Types, r.scorer.types[k].weight)
		for i := r.scorer.types[k].first; i < r.scorer.types[k].last; i++ {
			p := &r.scorer.parameters[i]
			m.defaults.Parameters = append(m.defaults.Parameters, p.weight)
			sideOf[i] = [2]int32{-1, -1}
			if !p.applies(stage) {
				continue
			}
			for _, pole := range sidesAsked(p.Pole) {
				sideOf[i][poleNumber(pole)] = int32(len(m.sides))
				m.sides = append(m.sides, Side{p.ID, pole, k, i})
			}
		}
	}
	m.firstSide = append(m.firstSide, len(m.sides))
	for p := range m.perspectives {
		m.sizes = append(m.sizes, r.profile.Size(p))
		m.defaults.Perspectives = append(m.defaults.Perspectives, r.perspectives[p].weight)
	}
	m.addAnswers(r.profile, sideOf)
	return m
}

// Scorer returns what scored the result.
func (m *Model) Scorer() *Scorer { return m.scorer }

// Perspectives lists the ids of the perspectives.
func (m *Model) Perspectives() []string { return slices.Clone(m.perspectives) }

// Size is the number of respondents of a perspective.
func (m *Model) Size(perspective int) int { return m.sizes[perspective] }

// Respondents gives the perspective of each respondent, numbered as in the profile.
func (m *Model) Respondents() []int {
	all := make([]int, len(m.respondents))
	for i, p := range m.respondents {
		all[i] = int(p)
	}
	return all
}

// Answers is how many answers count, a rating of a whole type once a side.
func (m *Model) Answers() int { return len(m.answers) }

// Sides lists the sides of parameters that are scored, type by type.
func (m *Model) Sides() []Side { return slices.Clone(m.sides) }

// Cells is the number of cells.
func (m *Model) Cells() int { return len(m.sides) * len(m.perspectives) }

// Own says whether somebody answered the very question of a cell; otherwise its answers, if it has some, are ratings of the type as a
// whole, and one rating stands in many cells.
func (m *Model) Own(cell int) bool { return m.own[cell] }

// Types lists the types that are scored.
func (m *Model) Types() []framework.Type {
	all := make([]framework.Type, len(m.scorer.types))
	for k := range all {
		all[k] = m.scorer.types[k].Type
	}
	return all
}

// Weights returns a copy of the weights of the scorer's options.
func (m *Model) Weights() Weights {
	return Weights{slices.Clone(m.defaults.Perspectives), slices.Clone(m.defaults.Types), slices.Clone(m.defaults.Parameters)}
}
