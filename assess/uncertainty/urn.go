// Urns: answers that were not given, drawn from those that were.

package uncertainty

import (
	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/internal/portable"
	"github.com/hasteslowly/readiness/framework"
)

// The missing answers of a cell are drawn from nested urns (Blackwell & MacQueen 1973, doi:10.1214/aos/1176342372; Teh et al. 2006,
// doi:10.1198/016214506000000302), each with one more ball than it has known values. The extra ball sends to the urn above:
//
//	side       what other perspectives say of the same side of the parameter
//	type       the levels of that side of the type's other parameters
//	project    how favourable the sides of the other types are; a hindrance x is as favourable as a help 1-x
//	(nothing)  any level from 0 to 1
//
// What was drawn goes into the urns too, so that missing answers of one kind stand and fall together: many of them are
// as uncertain as one, and not, as independent ones would be, sure of the middle. For the same reason a rating of a whole type is one ball,
// however many parameters it stands for, and what a perspective lacks of these is drawn once.
type urns struct {
	project []float64
	types   [2][][]float64 // by pole and type
	side    []float64
	sides   []assess.Side
	whole   []bool    // by side: all its answers are ratings of the type as a whole
	shared  []float64 // by perspective: what was drawn for sides that are
	record  []float64 // what was drawn for each cell, where somebody wants to know
}

func newUrns(m *assess.Model) urns {
	u := urns{sides: m.Sides(), shared: make([]float64, len(m.Perspectives()))}
	for pole := range u.types {
		u.types[pole] = make([][]float64, len(m.Types()))
	}
	t := m.NewTrial()
	t.Count(nil)
	for s := range u.sides {
		own, answered := false, false
		for p := range u.shared {
			c := s*len(u.shared) + p
			own, answered = own || m.Own(c), answered || t.Cells()[c].N > 0
		}
		u.whole = append(u.whole, answered && !own)
	}
	return u
}

func poleOf(s assess.Side) int {
	if s.Pole == framework.Driver {
		return 1
	}
	return 0
}

// favour turns the level of a side into how favourable it is, and back.
func favour(pole int, x float64) float64 {
	if pole == 0 {
		return 1 - x
	}
	return x
}

// fill draws for every cell that lacks answers.
func (u *urns) fill(d *drawer, random *portable.Stream) {
	cells, perspectives := d.Cells(), len(d.strata)
	u.load(cells, perspectives)
	for s := range u.sides {
		if s == 0 || u.sides[s].Type != u.sides[s-1].Type {
			u.fillWhole(d, s, cells, random)
		}
		if !u.whole[s] {
			u.fillSide(d, s, cells[s*perspectives:(s+1)*perspectives], random)
		}
	}
}

// fillWhole fills the sides of a type, from the first, that only ratings of the whole type answer: pole by pole, one draw a perspective for all.
func (u *urns) fillWhole(d *drawer, first int, cells []assess.Tally, random *portable.Stream) {
	perspectives := len(d.strata)
	for pole := range u.types {
		drawn := false
		for s := first; s < len(u.sides) && u.sides[s].Type == u.sides[first].Type; s++ {
			if !u.whole[s] || poleOf(u.sides[s]) != pole {
				continue
			}
			row := cells[s*perspectives : (s+1)*perspectives]
			if !drawn {
				drawn = true
				u.known(row)
				for p := range u.shared {
					u.shared[p] = u.ofSide(pole, u.sides[s].Type, random)
				}
			}
			for p := range row {
				u.put(d, s*perspectives+p, row[p], u.shared[p], random)
			}
		}
	}
}

// known puts what perspectives say of a side into its urn, and says whether anything is missing.
func (u *urns) known(row []assess.Tally) (open bool) {
	u.side = u.side[:0]
	for _, c := range row {
		if c.N > 0 {
			u.side = append(u.side, c.Sum/c.N)
		}
		open = open || c.Missing() > 0
	}
	return open
}

func (u *urns) fillSide(d *drawer, s int, row []assess.Tally, random *portable.Stream) {
	pole, typ := poleOf(u.sides[s]), u.sides[s].Type
	if !u.known(row) {
		return
	}
	if len(u.side) == 0 {
		x := u.ofType(pole, typ, random)
		u.types[pole][typ] = append(u.types[pole][typ], x)
		u.side = append(u.side, x)
	}
	for p, c := range row {
		if c.Missing() <= 0 {
			continue
		}
		x := u.ofSide(pole, typ, random)
		u.put(d, s*len(row)+p, c, x, random)
		if c.N == 0 {
			u.side = append(u.side, x)
		}
	}
}

// put fills a cell. Where n answers are there, the mean of many missing ones is as those are in a share Beta(n, 1), and otherwise as drawn.
func (u *urns) put(d *drawer, cell int, c assess.Tally, x float64, random *portable.Stream) {
	if c.Missing() <= 0 {
		return
	}
	if c.N > 0 {
		share := largest(d.given[cell], random)
		x = float64(share*(c.Sum/c.N)) + float64((1-share)*x)
	}
	if u.record != nil {
		u.record[cell] = x
	}
	d.Fill(cell, x)
}

// load puts what is known into the urns of types and of the project: one ball for each parameter's side, and one for all sides that
// only ratings of the whole type answer.
func (u *urns) load(cells []assess.Tally, perspectives int) {
	u.project = u.project[:0]
	for pole := range u.types {
		for k := range u.types[pole] {
			u.types[pole][k] = u.types[pole][k][:0]
		}
	}
	whole := [2]int{-1, -1} // the type whose ratings as a whole are in, by pole
	for s, side := range u.sides {
		pole := poleOf(side)
		if u.whole[s] && whole[pole] == side.Type {
			continue
		}
		u.known(cells[s*perspectives : (s+1)*perspectives])
		if len(u.side) == 0 {
			continue
		}
		if u.whole[s] {
			whole[pole] = side.Type
		}
		u.types[pole][side.Type] = append(u.types[pole][side.Type], average(u.side))
	}
	for pole := range u.types {
		for _, urn := range u.types[pole] {
			if len(urn) > 0 {
				u.project = append(u.project, favour(pole, average(urn)))
			}
		}
	}
}

func average(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

func (u *urns) ofSide(pole, typ int, random *portable.Stream) float64 {
	if i := random.Below(len(u.side) + 1); i < len(u.side) {
		return u.side[i]
	}
	return u.ofType(pole, typ, random)
}

func (u *urns) ofType(pole, typ int, random *portable.Stream) float64 {
	urn := u.types[pole][typ]
	if i := random.Below(len(urn) + 1); i < len(urn) {
		return urn[i]
	}
	if i := random.Below(len(u.project) + 1); i < len(u.project) {
		return favour(pole, u.project[i])
	}
	x := random.Float64()
	u.project = append(u.project, x)
	return favour(pole, x)
}

// largest is the largest of n uniform numbers: Beta(n, 1).
func largest(n float64, random *portable.Stream) float64 {
	if n > 8 {
		return portable.Exp(portable.Ln(random.Open()) / n)
	}
	x := random.Float64()
	for range int(n) - 1 {
		x = max(x, random.Float64())
	}
	return x
}
