// Short answers: a rating of a type stands for the parameters of the type that the same respondent did not rate.

package assess

import (
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// addShort counts, for every answer to a type, the sides of the type's parameters that its respondent left without an answer.
func (t *tally) addShort(numbers []int, shift []shifted) {
	t.lent(t.profile, numbers, func(i, perspective int, _ int32, l loan) {
		c, by := &t.cells[i*len(t.perspectives)+perspective], shifted{}
		if shift != nil {
			by = shift[i]
		}
		if l.excludes {
			c.excluded++
		}
		c.hinders.addShifted(l.hinders, by.hinders)
		c.helps.addShifted(l.helps, by.helps)
	})
}

// A loan is what an answer to a type says of one of its parameters: the two sides, or [profile.Unanswered], or that it does not apply.
type loan struct {
	hinders, helps float64
	excludes       bool
}

// lent visits what answers to types lend to parameters, parameter by parameter of each answer.
func (s *Scorer) lent(p *profile.Profile, numbers []int, visit func(parameter, perspective int, respondent int32, l loan)) {
	own := ownAnswers(p, numbers)
	ids := p.Parameters()
	for c := range p.Cells() {
		k, isType := s.typeIndex[ids[c.Parameter]]
		if !isType {
			continue
		}
		for n := range c.Len() {
			a := c.At(n)
			for i := s.types[k].first; i < s.types[k].last; i++ {
				visit(i, c.Perspective, a.Respondent, lend(s.parameters[i].Pole, a, own[slot{i, a.Respondent}]))
			}
		}
	}
}

type slot struct {
	parameter  int
	respondent int32
}

// ownAnswers finds what respondents said of parameters of their own.
func ownAnswers(p *profile.Profile, numbers []int) map[slot]profile.Answer {
	own := map[slot]profile.Answer{}
	for c := range p.Cells() {
		if i := numbers[c.Parameter]; i >= 0 {
			for k := range c.Len() {
				a := c.At(k)
				own[slot{i, a.Respondent}] = a
			}
		}
	}
	return own
}

// lend takes a short answer for the sides that a parameter asks and its respondent did not answer. One who answered "don't
// know", "not applicable" or in contradiction has answered.
func lend(pole framework.Pole, short, own profile.Answer) loan {
	l := loan{hinders: profile.Unanswered, helps: profile.Unanswered}
	if own.State != 0 && own.State != profile.Rated && own.State != profile.NotAsked {
		return l
	}
	ownHinders, ownHelps := own.State == profile.Rated && own.Hinders >= 0, own.State == profile.Rated && own.Helps >= 0
	switch {
	case short.State == profile.NotApplicable:
		l.excludes = !ownHinders && !ownHelps
	case short.State == profile.Rated:
		if pole.Hinders() && !ownHinders {
			l.hinders = short.Hinders
		}
		if pole.Helps() && !ownHelps {
			l.helps = short.Helps
		}
	}
	return l
}
