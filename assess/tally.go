// The tally: one pass over the answers, counting and adding by parameter and perspective.

package assess

import (
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// A count is what one perspective says on one side of a parameter.
type count struct {
	sum float64 // of ratings, 0..4 each
	n   int32   // answers in the sum
}

// A cell is what one perspective says of a parameter.
type cell struct {
	hinders, helps count
	excluded       int32 // answers "not applicable"
}

// sides are the two estimates of a parameter, x = rating/4.
type sides struct {
	hinders, helps Estimate
}

type tally struct {
	*Scorer
	profile      *profile.Profile
	stage        framework.Stage
	perspectives []perspective
	cells        []cell // parameter by parameter, each with one cell a perspective
}

// A perspective is what scoring needs of one: its weight, and how many answers each question should have.
type perspective struct {
	weight float64
	size   int
}

func (s *Scorer) tally(p *profile.Profile, moves []Move) (*tally, error) {
	t := &tally{Scorer: s, profile: p, stage: p.Project().Stage}
	ids := p.Perspectives()
	t.perspectives = make([]perspective, len(ids))
	for i, id := range ids {
		// A declared perspective that nobody speaks for is one answer missing to every question.
		t.perspectives[i] = perspective{weightOf(s.options.PerspectiveWeights, id), max(p.Size(i), 1)}
	}
	t.cells = make([]cell, len(s.parameters)*len(ids))
	numbers, short, err := s.resolve(p)
	if err != nil {
		return nil, err
	}
	shift, err := s.shifts(moves)
	if err != nil {
		return nil, err
	}
	for c := range p.Cells() {
		i := numbers[c.Parameter]
		if i < 0 {
			continue
		}
		if shift == nil || shift[i] == (shifted{}) {
			t.cells[i*len(ids)+c.Perspective].add(c)
		} else {
			t.cells[i*len(ids)+c.Perspective].addShifted(c, shift[i])
		}
	}
	if short {
		t.addShort(numbers, shift)
	}
	return t, nil
}

// resolve gives the number of each parameter that the profile rates, or -1 for one not scored, and whether a type is rated.
func (s *Scorer) resolve(p *profile.Profile) (numbers []int, short bool, err error) {
	ids := p.Parameters()
	numbers = make([]int, len(ids))
	for k, id := range ids {
		i, ok := s.index[id]
		if !ok {
			if _, known := s.catalogue.Asks(id); !known {
				return nil, false, p.CheckAgainst(s.catalogue)
			}
			_, isType := s.typeIndex[id]
			i, short = -1, short || isType
		}
		numbers[k] = i
	}
	return numbers, short, nil
}

// add counts the answers of a profile's cell.
func (c *cell) add(from *profile.Cell) {
	for k := range from.Len() {
		a := from.At(k)
		switch a.State {
		case profile.Rated:
			if a.Hinders >= 0 {
				c.hinders.sum += a.Hinders
				c.hinders.n++
			}
			if a.Helps >= 0 {
				c.helps.sum += a.Helps
				c.helps.n++
			}
		case profile.NotApplicable:
			c.excluded++
		}
	}
}

// parameter makes the estimates of a parameter: within a perspective the mean, across perspectives the weighted mean.
func (t *tally) parameter(i int) sides {
	var hinders, helps blend
	pole := t.parameters[i].Pole
	cells := t.cells[i*len(t.perspectives) : (i+1)*len(t.perspectives)]
	for k := range cells {
		c, p := &cells[k], &t.perspectives[k]
		slots := p.size - int(c.excluded)
		if slots <= 0 {
			continue
		}
		if pole.Hinders() {
			hinders.add(p.weight, c.hinders.estimate(slots))
		}
		if pole.Helps() {
			helps.add(p.weight, c.helps.estimate(slots))
		}
	}
	return sides{hinders.estimate(), helps.estimate()}
}

// estimate is the mean of the answers, and the bounds with the rest of the slots at 0 and at 1.
func (c count) estimate(slots int) Estimate {
	e := Estimate{Answered: int(c.n), Applicable: slots}
	sum, all := float64(c.sum/profile.Strongest), float64(slots) // converted, lest a compiler fuse it with an addition
	e.Low = sum / all
	e.High = (sum + float64(slots-int(c.n))) / all
	if c.n > 0 {
		e.Value, e.Known = sum/float64(c.n), true
		e.Low, e.High = min(e.Low, e.Value), max(e.High, e.Value)
	}
	return e
}
