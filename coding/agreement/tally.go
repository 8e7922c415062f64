// Tallies: what the statistics of many coders need of a table, counted in one pass.

package agreement

// A tally counts units by how many ratings they have, and categories within those.
type tally struct {
	q     int
	units []int64   // units with m ratings
	agree []float64 // sum over units with m ratings of the agreement weights of their ordered pairs of ratings
	count [][]int64 // ratings by m and category
}

// tallied counts the table under agreement weights, q x q; nil is unweighted.
func (t *Table) tallied(weights []float64) tally {
	y := tally{q: len(t.categories), units: make([]int64, t.coders+1), agree: make([]float64, t.coders+1), count: make([][]int64, t.coders+1)}
	row := make([]int, 0, t.coders)
	for i := 0; i < len(t.cells); i += t.coders {
		row = row[:0]
		for _, c := range t.cells[i : i+t.coders] {
			if c != 0 {
				row = append(row, int(c)-1)
			}
		}
		y.add(row, weights)
	}
	return y
}

func (y *tally) add(row []int, weights []float64) {
	m := len(row)
	y.units[m]++
	if y.count[m] == nil {
		y.count[m] = make([]int64, y.q)
	}
	for a, c := range row {
		y.count[m][c]++
		for _, k := range row[:a] {
			switch {
			case weights != nil:
				y.agree[m] += weights[c*y.q+k] + weights[k*y.q+c]
			case c == k:
				y.agree[m] += 2
			}
		}
	}
}

// rated counts the units with at least so many ratings.
func (y tally) rated(least int) int64 {
	var n int64
	for m := least; m < len(y.units); m++ {
		n += y.units[m]
	}
	return n
}

// agreement is the mean over units with two ratings or more of their agreeing share; pooled weighs a unit by its ratings.
func (y tally) agreement(pooled bool) float64 {
	sum, n := 0.0, 0.0
	for m := 2; m < len(y.units); m++ {
		if pooled {
			sum += y.agree[m] / float64(m-1)
			n += float64(int64(m) * y.units[m])
		} else {
			sum += y.agree[m] / float64(m*(m-1))
			n += float64(y.units[m])
		}
	}
	return sum / n
}

// prevalence gives the share of each category, the mean over units with at least so many ratings of their own shares.
func (y tally) prevalence(least int) []float64 {
	p := make([]float64, y.q)
	n := float64(y.rated(least))
	for m := least; m < len(y.units); m++ {
		for k, c := range y.count[m] {
			p[k] += float64(c) / float64(m)
		}
	}
	for k := range p {
		p[k] /= n
	}
	return p
}

// crossed is the contingency table of the first two coders over the units both rated, with its total.
func (t *Table) crossed() ([]int64, int64) {
	q := len(t.categories)
	n := make([]int64, q*q)
	total := int64(0)
	for i := 0; i+1 < len(t.cells); i += t.coders {
		if a, b := t.cells[i], t.cells[i+1]; a != 0 && b != 0 {
			n[int(a-1)*q+int(b-1)]++
			total++
		}
	}
	return n, total
}

// expected sums weights over the products of two distributions; nil weights are unweighted.
func expected(p, r, weights []float64) float64 {
	sum := 0.0
	for k := range p {
		for l := range r {
			switch {
			case weights != nil:
				sum += float64(weights[k*len(p)+l] * float64(p[k]*r[l]))
			case k == l:
				sum += float64(p[k] * r[l])
			}
		}
	}
	return sum
}
