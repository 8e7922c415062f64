// Urns: answers that were not given, drawn from those that were.

package uncertainty

import (
	"math"
	"slices"

	"github.com/hasteslowly/readiness/assess"
	"github.com/hasteslowly/readiness/assess/consensus"
	"github.com/hasteslowly/readiness/assess/internal/portable"
	"github.com/hasteslowly/readiness/framework"
)

// A missing answer is drawn as a level of the question and an outlook of the perspective, both in how favourable they are: a hindrance x is as
// favourable as a help 1-x.
//
// Levels come from nested urns (Blackwell & MacQueen 1973, doi:10.1214/aos/1176342372; Teh et al. 2006, doi:10.1198/016214506000000302), each with
// one ball for every known value and an extra one, which sends to the urn above:
//
//	side       what other perspectives say of the same side of the parameter, less their outlook
//	type       the levels of that side of the type's other parameters
//	project    the mean levels of the types, and by how much some answer lies off its type's
//	(nothing)  any level from 0 to 1
//
// Two values of one urn are then alike to the degree 1/(1+a), with a the weight of the extra ball. So a is what makes this the intraclass
// correlation of the values that are known, of parameters in types and of perspectives in sides, as far as they can tell: each counts as much as its
// degrees of freedom against five for 1/2.
//
// What was drawn goes into the urns too, so that missing answers of one kind stand and fall together: many of them are
// as uncertain as one, and not, as independent ones would be, sure of the middle. For the same reason a rating of a whole type is one ball,
// however many parameters it stands for, and what a perspective lacks of these is drawn once.
//
// The outlook of a perspective is by how much it sees things brighter than others who answered the same: the mean of n differences, with their
// standard error, and one more that is another perspective's outlook or, in turn, anything from -1/2 to 1/2. It is drawn once for
// all that the perspective did not answer.
type urns struct {
	project []float64
	off     []float64      // by how much answers lie off the mean of their type and pole
	types   [2][][]float64 // by pole and type
	side    []float64
	sides   []assess.Side
	whole   []bool                      // by side, see wholes
	shared  []float64                   // by perspective: what was drawn for sides that are
	record  []float64                   // what was drawn for each cell, where somebody wants to know
	outlook []outlook                   // by perspective
	extra   struct{ side, typ float64 } // weights of the extra balls
}

// An outlook adds up differences between a perspective and the mean of those who answered the same.
type outlook struct {
	sum, square, n float64
	known, drawn   float64
}

func newUrns(m *assess.Model) urns {
	perspectives := len(m.Perspectives())
	u := urns{sides: m.Sides(), shared: make([]float64, perspectives), outlook: make([]outlook, perspectives)}
	for pole := range u.types {
		u.types[pole] = make([][]float64, len(m.Types()))
	}
	t := m.NewTrial()
	t.Count(nil)
	u.whole = wholes(m, t.Cells())
	u.weigh(t.Cells())
	return u
}

// wholes says of each side whether all its answers are ratings of the type as a whole; of one without answers, whether all answers of the
// profile are.
func wholes(m *assess.Model, cells []assess.Tally) []bool {
	perspectives := len(m.Perspectives())
	own, answered := make([]bool, len(m.Sides())), make([]bool, len(m.Sides()))
	for c, cell := range cells {
		s := c / perspectives
		own[s], answered[s] = own[s] || m.Own(c), answered[s] || cell.N > 0
	}
	short := slices.Contains(answered, true) && !slices.Contains(own, true)
	whole := make([]bool, len(own))
	for s := range whole {
		whole[s] = answered[s] && !own[s] || short
	}
	return whole
}

// weigh finds the weights of the extra balls.
func (u *urns) weigh(cells []assess.Tally) {
	u.look(cells, &portable.Stream{})
	type key struct{ pole, typ int }
	var order []key
	rows, groups := map[key][][]float64{}, [][]float64{}
	u.units(cells, func(s int, row []assess.Tally) {
		k := key{poleOf(u.sides[s]), u.sides[s].Type}
		if u.known(k.pole, row); len(u.side) > 0 {
			if rows[k] == nil {
				order = append(order, k)
			}
			rows[k] = append(rows[k], slices.Clone(u.side))
		}
	})
	var inSides [][]float64
	for _, k := range order {
		var levels []float64
		for _, row := range rows[k] {
			levels = append(levels, average(row))
		}
		groups = append(groups, levels)
		for _, row := range rows[k] {
			for i := range row {
				row[i] -= average(levels)
			}
			inSides = append(inSides, row)
		}
	}
	u.extra.typ, u.extra.side = extraBall(groups), extraBall(inSides)
}

// extraBall is (1-r)/r for the likeness r of values in groups.
func extraBall(groups [][]float64) float64 {
	const prior = 5
	icc := consensus.ICC1(groups, consensus.Options{})
	free := float64(icc.N - icc.Groups)
	r := (float64(free*min(max(icc.Or(0.5), 0.02), 0.98)) + prior*0.5) / (free + prior)
	return (1 - r) / r
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
	u.look(cells, random)
	u.load(cells, random)
	for s := range u.sides {
		if s == 0 || u.sides[s].Type != u.sides[s-1].Type {
			u.fillWhole(d, s, cells, random)
		}
		if !u.whole[s] {
			u.fillSide(d, s, cells[s*perspectives:(s+1)*perspectives], random)
		}
	}
}

// units visits what counts as one answered question: each side of a parameter, and once a type and pole the sides that only ratings of the whole
// type answer.
func (u *urns) units(cells []assess.Tally, visit func(s int, row []assess.Tally)) {
	perspectives := len(u.outlook)
	whole := [2]int{-1, -1} // the type whose ratings as a whole were visited, by pole
	for s, side := range u.sides {
		pole := poleOf(side)
		if u.whole[s] {
			if whole[pole] == side.Type {
				continue
			}
			whole[pole] = side.Type
		}
		visit(s, cells[s*perspectives:(s+1)*perspectives])
	}
}

// look finds the outlooks and draws those of missing answers.
func (u *urns) look(cells []assess.Tally, random *portable.Stream) {
	for p := range u.outlook {
		u.outlook[p].known = 0
	}
	for range lookRounds {
		for p := range u.outlook {
			u.outlook[p] = outlook{known: u.outlook[p].known}
		}
		u.units(cells, u.compare)
		for p := range u.outlook {
			o := &u.outlook[p]
			o.known = o.sum / (o.n + 1)
		}
	}
	for p := range u.outlook {
		o := &u.outlook[p]
		extra := float64(random.Float64() - 0.5)
		if i := random.Below(len(u.outlook)); i != p && u.outlook[i].n > 0 {
			extra = u.outlook[i].known
		}
		o.drawn = (o.sum + extra) / (o.n + 1)
		if o.n > 1 {
			mean := o.sum / o.n
			variance := max(o.square/o.n-float64(mean*mean), 0)
			o.drawn += float64(math.Sqrt(variance/o.n) * random.Normal())
		}
	}
}

// lookRounds is how often outlooks are found anew, each time beside levels that the last ones were taken out of: with few perspectives
// a side the first round takes a part of an outlook for the level.
const lookRounds = 3

// compare adds up by how much the perspectives that answered a side see it brighter than its level.
func (u *urns) compare(s int, row []assess.Tally) {
	pole, level, n := poleOf(u.sides[s]), 0.0, 0.0
	for p, c := range row {
		if c.N > 0 {
			level += favour(pole, c.Sum/c.N) - u.outlook[p].known
			n++
		}
	}
	if n < 2 {
		return
	}
	level /= n
	for p, c := range row {
		if c.N > 0 {
			o, x := &u.outlook[p], favour(pole, c.Sum/c.N)-level
			o.sum += x
			o.square += float64(x * x)
			o.n++
		}
	}
}

// load puts what is known into the urns: for each side, into its type's, what one perspective says, drawn anew each time - means would vary less
// than what is missing does - and for each type its mean into the project's.
func (u *urns) load(cells []assess.Tally, random *portable.Stream) {
	u.project = u.project[:0]
	for pole := range u.types {
		for k := range u.types[pole] {
			u.types[pole][k] = u.types[pole][k][:0]
		}
	}
	u.units(cells, func(s int, row []assess.Tally) {
		pole, typ := poleOf(u.sides[s]), u.sides[s].Type
		if u.known(pole, row); len(u.side) > 0 {
			u.types[pole][typ] = append(u.types[pole][typ], u.side[random.Below(len(u.side))])
		}
	})
	u.off = u.off[:0]
	for pole := range u.types {
		for _, urn := range u.types[pole] {
			if len(urn) == 0 {
				continue
			}
			mean := average(urn)
			u.project = append(u.project, mean)
			// Around the mean of n a value varies by n/(n-1) more than it seems; a single one says nothing.
			for _, x := range urn {
				if n := float64(len(urn)); n > 1 {
					u.off = append(u.off, float64((x-mean)*math.Sqrt(n/(n-1))))
				}
			}
		}
	}
}

// known puts what perspectives say of a side, less their outlook, into its urn, and says whether anything is missing.
func (u *urns) known(pole int, row []assess.Tally) (open bool) {
	u.side = u.side[:0]
	for p, c := range row {
		if c.N > 0 {
			u.side = append(u.side, favour(pole, c.Sum/c.N)-u.outlook[p].known)
		}
		open = open || c.Missing() > 0
	}
	return open
}

// fillWhole fills the sides of a type, from the first, that only ratings of the whole type answer: pole by pole, one draw a perspective for all.
func (u *urns) fillWhole(d *drawer, first int, cells []assess.Tally, random *portable.Stream) {
	perspectives := len(u.outlook)
	for pole := range u.types {
		drawn := false
		for s := first; s < len(u.sides) && u.sides[s].Type == u.sides[first].Type; s++ {
			if !u.whole[s] || poleOf(u.sides[s]) != pole {
				continue
			}
			row := cells[s*perspectives : (s+1)*perspectives]
			if !drawn {
				drawn = true
				u.known(pole, row)
				for p := range u.shared {
					u.shared[p] = u.ofSide(pole, u.sides[s].Type, random)
				}
			}
			for p := range row {
				u.put(d, s, p, row[p], u.shared[p], random)
			}
		}
	}
}

func (u *urns) fillSide(d *drawer, s int, row []assess.Tally, random *portable.Stream) {
	pole, typ := poleOf(u.sides[s]), u.sides[s].Type
	if !u.known(pole, row) {
		return
	}
	if len(u.side) == 0 {
		u.side = append(u.side, u.ofType(pole, typ, random))
	}
	for p, c := range row {
		if c.Missing() <= 0 {
			continue
		}
		level := u.ofSide(pole, typ, random)
		u.put(d, s, p, c, level, random)
		if c.N == 0 {
			u.side = append(u.side, level)
		}
	}
}

// put fills a cell. Where n answers are there, the mean of many missing ones is as those are in a share Beta(n, 1), and otherwise as drawn.
func (u *urns) put(d *drawer, s, p int, c assess.Tally, level float64, random *portable.Stream) {
	if c.Missing() <= 0 {
		return
	}
	cell := s*len(u.outlook) + p
	x := favour(poleOf(u.sides[s]), min(max(level+u.outlook[p].drawn, 0), 1))
	if c.N > 0 {
		share := largest(d.given[cell], random)
		x = float64(share*(c.Sum/c.N)) + float64((1-share)*x)
	}
	if u.record != nil {
		u.record[cell] = x
	}
	d.Fill(cell, x)
}

func average(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// ofSide draws from the side's urn or, the extra ball, from its type's.
func (u *urns) ofSide(pole, typ int, random *portable.Stream) float64 {
	if i := pick(len(u.side), u.extra.side, random); i < len(u.side) {
		return u.side[i]
	}
	return u.ofType(pole, typ, random)
}

// pick gives one of n balls, or n for the extra one of the given weight.
func pick(n int, extra float64, random *portable.Stream) int {
	return min(int(float64(random.Float64()*(float64(n)+extra))), n)
}

// ofType draws from the type's urn, and puts what it drew there once more.
func (u *urns) ofType(pole, typ int, random *portable.Stream) float64 {
	urn := &u.types[pole][typ]
	i := pick(len(*urn), u.extra.typ, random)
	if i == len(*urn) {
		*urn = append(*urn, u.ofProject(random)+u.astray(random))
	} else {
		*urn = append(*urn, (*urn)[i])
	}
	return (*urn)[len(*urn)-1]
}

// astray draws by how much an answer lies off the mean of its type.
func (u *urns) astray(random *portable.Stream) float64 {
	if len(u.off) == 0 {
		return 0
	}
	return u.off[random.Below(len(u.off))]
}

// ofProject draws from the project's urn, and puts what it drew there once more.
func (u *urns) ofProject(random *portable.Stream) float64 {
	x := random.Float64()
	if i := random.Below(len(u.project) + 1); i < len(u.project) {
		x = u.project[i]
	}
	u.project = append(u.project, x)
	return x
}

// largest is the largest of n uniform numbers: Beta(n, 1).
func largest(n float64, random *portable.Stream) float64 {
	if n > 12 {
		return portable.Exp(portable.Ln(random.Open()) / n)
	}
	x := random.Float64()
	for range int(n) - 1 {
		x = max(x, random.Float64())
	}
	return x
}
