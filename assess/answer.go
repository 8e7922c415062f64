// Answers of a model: by respondent, each to a cell, or to a bundle of cells that a rating of a whole type stands for.

package assess

import (
	"slices"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A modelAnswer is one respondent's answer to a cell, x = rating/4. Numbers from Cells upwards are bundles: all cells of one perspective on one side
// of a type, which a rating of the whole type answers at once for those who rated none of its parameters.
type modelAnswer struct {
	x    float64
	cell int32
}

// bundle numbers the bundle of a type's sides of a pole (0 hindering, 1 helping) in a perspective.
func (m *Model) bundle(typ, pole, perspective int) int32 {
	return int32(m.Cells() + (2*typ+pole)*len(m.perspectives) + perspective)
}

// bundled gives the cells of a bundle.
func (m *Model) bundled(bundle int32) []int32 {
	n := len(m.perspectives)
	at := int(bundle) - m.Cells()
	typ, pole, perspective := at/n/2, at/n%2, at%n
	var cells []int32
	for s := m.firstSide[typ]; s < m.firstSide[typ+1]; s++ {
		if poleNumber(m.sides[s].Pole) == pole {
			cells = append(cells, int32(s*n+perspective))
		}
	}
	return cells
}

// A sheaf is what one respondent says.
type sheaf struct {
	answers []modelAnswer
	out     []int32 // cells and bundles that do not apply
}

// addAnswers lists the answers by respondent.
func (m *Model) addAnswers(p *profile.Profile, sideOf [][2]int32) {
	sheaves := make([]sheaf, p.Respondents())
	m.own = make([]bool, m.Cells())
	say := func(i, perspective int, respondent int32, l loan) {
		for pole, x := range [...]float64{l.hinders, l.helps} {
			if side := sideOf[i][pole]; side >= 0 {
				sheaves[respondent].say(side*int32(len(m.perspectives))+int32(perspective), x, l.excludes)
			}
		}
	}
	numbers, short, err := m.scorer.resolve(p)
	if err != nil {
		panic("assess: a result of a profile that does not fit its catalogue: " + err.Error())
	}
	for c := range p.Cells() {
		for k := range c.Len() {
			if a := c.At(k); numbers[c.Parameter] >= 0 {
				l := loan{profile.Unanswered, profile.Unanswered, a.State == profile.NotApplicable}
				if a.State == profile.Rated {
					l.hinders, l.helps = a.Hinders, a.Helps
				}
				say(numbers[c.Parameter], c.Perspective, a.Respondent, l)
			}
		}
	}
	for i := range sheaves {
		for _, a := range sheaves[i].answers {
			m.own[a.cell] = true
		}
	}
	if short {
		m.scorer.lent(p, numbers, func(typ, perspective int, a profile.Answer) {
			l := lend(framework.Both, a, profile.Answer{})
			for pole, x := range [...]float64{l.hinders, l.helps} {
				sheaves[a.Respondent].say(m.bundle(typ, pole, perspective), x, l.excludes)
			}
		}, say)
	}
	for i := range sheaves {
		_, perspective := p.Respondent(i)
		m.respondents = append(m.respondents, int32(perspective))
	}
	m.gather(sheaves)
}

func (s *sheaf) say(cell int32, rating float64, excludes bool) {
	if excludes {
		s.out = append(s.out, cell)
	}
	if rating >= 0 {
		s.answers = append(s.answers, modelAnswer{rating / profile.Strongest, cell})
	}
}

// gather puts the sheaves of all respondents in a row.
func (m *Model) gather(sheaves []sheaf) {
	m.answers, m.first, m.out, m.firstOut = nil, nil, nil, nil
	for i := range sheaves {
		m.first, m.firstOut = append(m.first, int32(len(m.answers))), append(m.firstOut, int32(len(m.out)))
		slices.SortFunc(sheaves[i].answers, func(a, b modelAnswer) int { return int(a.cell - b.cell) })
		m.answers, m.out = append(m.answers, sheaves[i].answers...), append(m.out, sheaves[i].out...)
	}
	m.first, m.firstOut = append(m.first, int32(len(m.answers))), append(m.firstOut, int32(len(m.out)))
}

// Restricted is the model with only the cells that keep says; the others are as if nobody could answer them.
func (m *Model) Restricted(keep func(side Side, perspective string) bool) *Model {
	kept := *m
	drop := make([]bool, m.Cells())
	for c := range drop {
		drop[c] = !keep(m.sides[c/len(m.perspectives)], m.perspectives[c%len(m.perspectives)])
	}
	sheaves := make([]sheaf, len(m.respondents))
	for r, p := range m.respondents {
		s := &sheaves[r]
		for _, a := range m.answers[m.first[r]:m.first[r+1]] {
			for _, c := range m.left(a.cell, drop) {
				s.answers = append(s.answers, modelAnswer{a.x, c})
			}
		}
		for _, c := range m.out[m.firstOut[r]:m.firstOut[r+1]] {
			s.out = append(s.out, m.left(c, drop)...)
		}
		for c := int(p); c < len(drop); c += len(m.perspectives) {
			if drop[c] {
				s.out = append(s.out, int32(c))
			}
		}
	}
	kept.gather(sheaves)
	return &kept
}

// left is what is left of a cell or bundle when cells are dropped: itself when all of it is.
func (m *Model) left(cell int32, drop []bool) []int32 {
	if int(cell) < m.Cells() {
		if drop[cell] {
			return nil
		}
		return []int32{cell}
	}
	all := m.bundled(cell)
	some := slices.DeleteFunc(slices.Clone(all), func(c int32) bool { return drop[c] })
	if len(some) == len(all) {
		return []int32{cell}
	}
	return some
}
