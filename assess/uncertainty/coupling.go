// Couplings: what was drawn for every open cell, together with readiness.

package uncertainty

// A coupling adds up what was drawn for the cells and its product with readiness. The sums are whole numbers, of parts of 2^-22, so
// that goroutines may add them up in any order, and need no more memory than a few numbers a cell.
type coupling struct {
	n, y, yy int64
	cells    []struct{ x, xx, xy int64 }
	open     []int
	readings *histogram
	spread   spread
}

// unit is the fineness of sums: 4096 products of two numbers below 1 and 64 stay below 2^63.
const unit = 1 << 22

func newCoupling(cells int, open []int) *coupling {
	return &coupling{cells: make([]struct{ x, xx, xy int64 }, cells), open: open, readings: newHistogram(fine, 100)}
}

// couple draws missing answers and adds up.
func (p *plan) couple(draws int) *coupling {
	var open []int
	t := p.model.NewTrial()
	t.Count(nil)
	for i, cell := range t.Cells() {
		if cell.Missing() > 0 {
			open = append(open, i)
		}
	}
	all := newCoupling(p.model.Cells(), open)
	type worker struct {
		*drawer
		own *coupling
	}
	inBlocks(draws, p.Workers, func() worker {
		d := p.drawer()
		d.urns.record = make([]float64, p.model.Cells())
		return worker{d, newCoupling(p.model.Cells(), open)}
	}, func(w worker, block, from, to int) {
		for i := from; i < to; i++ {
			numbers := same(uint64(i))
			if readiness, known := w.draw(&numbers); known {
				all.spread.add(block, readiness)
				w.own.add(readiness, w.urns.record)
			}
		}
	}, func(w worker) { all.join(w.own) })
	return all
}

func (c *coupling) add(readiness float64, drawn []float64) {
	c.readings.add(readiness)
	y := parts(readiness - 50)
	c.n++
	c.y += y
	c.yy += y * y >> 22
	for _, i := range c.open {
		s, x := &c.cells[i], parts(drawn[i])
		s.x += x
		s.xx += x * x >> 22
		s.xy += x * y >> 22
	}
}

func parts(x float64) int64 { return int64(float64(x * unit)) }

func number(parts int64) float64 { return float64(float64(parts) / unit) }

func (c *coupling) join(other *coupling) {
	c.readings.join(other.readings)
	c.n, c.y, c.yy = c.n+other.n, c.y+other.y, c.yy+other.yy
	for i, s := range other.cells {
		c.cells[i].x += s.x
		c.cells[i].xx += s.xx
		c.cells[i].xy += s.xy
	}
}

// squared is r^2 of a cell and readiness.
func (c *coupling) squared(cell int) float64 {
	s, n := c.cells[cell], float64(c.n)
	x, y := number(s.x), number(c.y)
	sxx := number(s.xx) - float64(x*x)/n
	syy := number(c.yy) - float64(y*y)/n
	sxy := number(s.xy) - float64(x*y)/n
	if !(sxx > 1e-6*n) || !(syy > 1e-6*n) {
		return 0
	}
	return float64(sxy*sxy) / float64(sxx*syy)
}
