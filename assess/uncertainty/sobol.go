// Sobol indices: what the spread of a result comes from.

package uncertainty

import (
	"cmp"
	"math"
	"slices"
)

// A Sensitivity says how much of the variance of readiness one input makes.
type Sensitivity struct {
	Input string `json:"input"`
	// First is the first-order index: the share of the variance that would go if this input alone were known. Total is the share
	// that would stay if all others were: with its interactions.
	First Index `json:"first"`
	Total Index `json:"total"`
}

// An Index is an estimate with its own 95% interval. It is not cut off at 0 or 1: an estimate outside says that there are too few draws.
type Index struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// An Experiment is a function of independent inputs, each of which is drawn by a number.
type Experiment struct {
	Inputs []string
	// New makes the function for one goroutine: it is given a number for each input and gives the value, and whether there is one. The same
	// number must give the same draw of an input, and different numbers independent ones.
	New func() func(numbers []uint64) (value float64, ok bool)
}

// Sobol estimates first-order and total indices from base samples A and B of so many rows, and the samples in which one column of A is taken from
// B. With f_A, f_B and f_i their values, less their mean m, and V the variance over A and B:
//
//	first  sum of (f_B - m) (f_i - f_A) / (n V)    (Saltelli et al. 2010, table 2 b)
//	total  sum of (f_A - f_i)^2 / (2 n V)          (Jansen 1999; table 2 f)
//
// A row with a missing value is left out as a whole and counted in dropped. The indices' intervals are Student's over a jackknife of 64 blocks of rows. An input that the
// function does not look at has indices 0 exactly. Without variance, or below 64 rows, there are none. Sources: Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018;
// Jansen 1999, doi:10.1016/S0010-4655(98)00154-4.
func (e Experiment) Sobol(rows, workers int) (indices []Sensitivity, dropped int) {
	if rows < blocks {
		return nil, 0
	}
	n := len(e.Inputs)
	sums := make([]sobolSums, blocks)
	inBlocks(rows, workers, e.New, func(f func([]uint64) (float64, bool), block, from, to int) {
		s := &sums[block]
		s.first, s.total, s.shift = make([]float64, n), make([]float64, n), make([]float64, n)
		numbers, swapped := make([]uint64, n), make([]float64, n)
		for row := from; row < to; row++ {
			a, okA := f(numbered(numbers, row, 0))
			b, okB := f(numbered(numbers, row, 1))
			ok := okA && okB
			for i := 0; i < n && ok; i++ {
				numbered(numbers, row, 0)
				numbers[i]++
				swapped[i], ok = f(numbers)
			}
			if !ok {
				s.dropped++
				continue
			}
			s.rows++
			s.add(a, b, swapped)
		}
	}, func(func([]uint64) (float64, bool)) {})
	var whole sobolSums
	whole.first, whole.total, whole.shift = make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range sums {
		whole.join(&sums[i], 1)
	}
	if whole.rows < 2 || whole.variance() <= 1e-12*whole.square/whole.rows {
		return nil, whole.dropped
	}
	for i, name := range e.Inputs {
		s := Sensitivity{Input: name}
		s.First = jackknifed(&whole, sums, func(x *sobolSums) float64 {
			return (x.first[i] - float64(x.shift[i]*x.sum)/(2*x.rows)) / float64(x.rows*x.variance())
		})
		s.Total = jackknifed(&whole, sums, func(x *sobolSums) float64 { return x.total[i] / float64(2*float64(x.rows*x.variance())) })
		indices = append(indices, s)
	}
	return indices, whole.dropped
}

// numbered gives every input the number of a row in sample A (0) or B (1).
func numbered(numbers []uint64, row, sample int) []uint64 {
	for i := range numbers {
		numbers[i] = uint64(2*row + sample)
	}
	return numbers
}

// sobolSums are what the rows of a block add up to.
type sobolSums struct {
	rows, sum, square float64
	first, total      []float64
	shift             []float64 // the sum of f_i - f_A
	dropped           int
}

func (s *sobolSums) add(a, b float64, swapped []float64) {
	s.sum += a + b
	s.square += float64(a*a) + float64(b*b)
	for i, x := range swapped {
		s.first[i] += float64(b * (x - a))
		s.shift[i] += x - a
		s.total[i] += float64((a - x) * (a - x))
	}
}

// join adds, or with sign -1 takes away, a block.
func (s *sobolSums) join(other *sobolSums, sign float64) {
	s.rows += float64(sign * other.rows)
	s.sum += float64(sign * other.sum)
	s.square += float64(sign * other.square)
	s.dropped += int(sign) * other.dropped
	for i := range other.first {
		s.first[i] += float64(sign * other.first[i])
		s.total[i] += float64(sign * other.total[i])
		s.shift[i] += float64(sign * other.shift[i])
	}
}

// variance is that over samples A and B.
func (s *sobolSums) variance() float64 {
	n := 2 * s.rows
	return max(s.square-float64(s.sum*s.sum)/n, 0) / (n - 1)
}

// jackknifed leaves out one block after the other.
func jackknifed(whole *sobolSums, sums []sobolSums, of func(*sobolSums) float64) Index {
	value := of(whole)
	left, n := []float64{}, 0
	mean := 0.0
	for i := range sums {
		if sums[i].rows == 0 {
			continue
		}
		rest := sobolSums{first: slices.Clone(whole.first), total: slices.Clone(whole.total), shift: slices.Clone(whole.shift), rows: whole.rows, sum: whole.sum, square: whole.square}
		rest.join(&sums[i], -1)
		x := of(&rest)
		left, n = append(left, x), n+1
		mean += x
	}
	if n < 2 {
		return Index{value, math.Inf(-1), math.Inf(1)}
	}
	mean /= float64(n)
	square := 0.0
	for _, x := range left {
		square += float64((x - mean) * (x - mean))
	}
	half := float64(studentQuantile(0.975, float64(n-1)) * math.Sqrt(float64(square*float64(n-1))/float64(n)))
	return Index{value, value - half, value + half}
}

// sensitivity is of readiness to the inputs that vary, the one with the greatest total index first.
func (p *plan) sensitivity() []Sensitivity {
	var varied []Input
	e := Experiment{New: func() func([]uint64) (float64, bool) {
		d := p.drawer()
		return func(numbers []uint64) (float64, bool) {
			var all [inputs]uint64
			for k, i := range varied {
				all[i] = numbers[k]
			}
			return d.draw(&all)
		}
	}}
	for _, i := range Inputs() {
		if p.vary[i] {
			varied = append(varied, i)
			e.Inputs = append(e.Inputs, i.String())
		}
	}
	indices, _ := e.Sobol(p.Base, p.Workers)
	if indices == nil {
		return []Sensitivity{}
	}
	slices.SortStableFunc(indices, func(a, b Sensitivity) int { return cmp.Compare(b.Total.Value, a.Total.Value) })
	return indices
}
