// Short answers: a rating of a type stands for the parameters of the type that the same respondent did not rate.

package assess

import (
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// addShort counts, for every answer to a type, the sides of the type's parameters that its respondent left without an answer.
func (t *tally) addShort(numbers []int, shift []shifted) {
	own := t.ownAnswers(numbers)
	ids := t.profile.Parameters()
	for c := range t.profile.Cells() {
		k, isType := t.typeIndex[ids[c.Parameter]]
		if !isType {
			continue
		}
		for n := range c.Len() {
			a := c.At(n)
			for i := t.types[k].first; i < t.types[k].last; i++ {
				by := shifted{}
				if shift != nil {
					by = shift[i]
				}
				t.lend(&t.cells[i*len(t.perspectives)+c.Perspective], t.parameters[i].Pole, a, own[slot{i, a.Respondent}], by)
			}
		}
	}
}

type slot struct {
	parameter  int
	respondent int32
}

// ownAnswers finds what respondents said of parameters of their own.
func (t *tally) ownAnswers(numbers []int) map[slot]profile.Answer {
	own := map[slot]profile.Answer{}
	for c := range t.profile.Cells() {
		if i := numbers[c.Parameter]; i >= 0 {
			for k := range c.Len() {
				a := c.At(k)
				own[slot{i, a.Respondent}] = a
			}
		}
	}
	return own
}

// lend counts a short answer on the sides that a parameter asks and its respondent did not answer. One who answered "don't
// know", "not applicable" or in contradiction has answered.
func (t *tally) lend(c *cell, pole framework.Pole, short, own profile.Answer, by shifted) {
	if own.State != 0 && own.State != profile.Rated && own.State != profile.NotAsked {
		return
	}
	ownHinders, ownHelps := own.State == profile.Rated && own.Hinders >= 0, own.State == profile.Rated && own.Helps >= 0
	switch {
	case short.State == profile.NotApplicable && !ownHinders && !ownHelps:
		c.excluded++
	case short.State == profile.Rated:
		if pole.Hinders() && !ownHinders {
			c.hinders.addShifted(short.Hinders, by.hinders)
		}
		if pole.Helps() && !ownHelps {
			c.helps.addShifted(short.Helps, by.helps)
		}
	}
}
