// Short answers: a rating of a type stands for the parameters of the type that the same respondent did not rate.

package assess

import (
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// addShort counts, for every answer to a type, the sides of the type's parameters that its respondent left without an answer.
func (t *tally) addShort(numbers []int, shift []shifted) {
	n := len(t.perspectives)
	wholes := make([][]profile.Answer, len(t.types)*n)
	t.lent(t.profile, numbers, func(typ, perspective int, a profile.Answer) {
		wholes[typ*n+perspective] = append(wholes[typ*n+perspective], a)
	}, func(i, perspective int, _ int32, l loan) {
		t.cells[i*n+perspective].borrow(l, shiftOf(shift, i))
	})
	for k := range t.types {
		for perspective, answers := range wholes[k*n : (k+1)*n] {
			t.addWhole(k, perspective, answers, shift)
		}
	}
}

// addWhole counts answers to a type by respondents who rated none of its parameters: added up once, and then for each parameter, but for
// those that are shifted.
func (t *tally) addWhole(typ, perspective int, answers []profile.Answer, shift []shifted) {
	if len(answers) == 0 {
		return
	}
	var all cell
	for _, a := range answers {
		all.borrow(lend(framework.Both, a, profile.Answer{}), shifted{})
	}
	for i := t.types[typ].first; i < t.types[typ].last; i++ {
		c, pole := &t.cells[i*len(t.perspectives)+perspective], t.parameters[i].Pole
		if by := shiftOf(shift, i); by != (shifted{}) {
			for _, a := range answers {
				c.borrow(lend(pole, a, profile.Answer{}), by)
			}
			continue
		}
		c.excluded += all.excluded
		if pole.Hinders() {
			c.hinders.sum += all.hinders.sum
			c.hinders.n += all.hinders.n
		}
		if pole.Helps() {
			c.helps.sum += all.helps.sum
			c.helps.n += all.helps.n
		}
	}
}

func shiftOf(shift []shifted, parameter int) shifted {
	if shift == nil {
		return shifted{}
	}
	return shift[parameter]
}

// A loan is what an answer to a type says of one of its parameters: the two sides, or [profile.Unanswered], or that it does not apply.
type loan struct {
	hinders, helps float64
	excludes       bool
}

func (c *cell) borrow(l loan, by shifted) {
	if l.excludes {
		c.excluded++
	}
	c.hinders.addShifted(l.hinders, by.hinders)
	c.helps.addShifted(l.helps, by.helps)
}

// lent visits what answers to types lend to parameters: whole, the answers of respondents who rated no parameter of the type, which count for
// all of them alike; part, parameter by parameter, those of the others.
func (s *Scorer) lent(p *profile.Profile, numbers []int, whole func(typ, perspective int, a profile.Answer), part func(parameter, perspective int, respondent int32, l loan)) {
	own := ownAnswers(p, numbers)
	rated := map[slot]bool{} // by type
	for x := range own {
		rated[slot{s.parameters[x.number].typ, x.respondent}] = true
	}
	ids := p.Parameters()
	for c := range p.Cells() {
		k, isType := s.typeIndex[ids[c.Parameter]]
		if !isType {
			continue
		}
		for n := range c.Len() {
			a := c.At(n)
			if !rated[slot{k, a.Respondent}] {
				whole(k, c.Perspective, a)
				continue
			}
			for i := s.types[k].first; i < s.types[k].last; i++ {
				part(i, c.Perspective, a.Respondent, lend(s.parameters[i].Pole, a, own[slot{i, a.Respondent}]))
			}
		}
	}
}

// A slot is what one respondent says of the parameter, or type, of a number.
type slot struct {
	number     int
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
