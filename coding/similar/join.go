// The join: every pair of sets alike enough, found where their rarest features meet.

package similar

import "math"

// A hit is two representatives alike enough.
type hit struct {
	a, b       int32
	similarity float64
}

// join is one run over an index.
type join struct {
	*Index
	threshold float64
	postings  [][]posting // by feature: sets seen so far that have it among their first
	shared    []uint16    // by representative: features met so far, given for the set in hand
	size      int32       // of the set in hand
	needs     []int32     // for it: what it must share with a set of each size no larger
	found     []hit
}

type posting struct{ set, at int32 }

const dead = math.MaxUint16

func (x *Index) join(threshold float64) *join {
	j := &join{Index: x, threshold: threshold, postings: make([][]posting, len(x.features)), shared: make([]uint16, len(x.members))}
	var met []int32
	for _, s := range x.bySize { // smaller sets first: a set meets only those that are no larger
		set := x.set(s)
		n := int32(len(set))
		if n == 0 {
			continue
		}
		j.prepare(n)
		shortest := j.shortest()
		met = met[:0]
		for at := range n - j.needs[shortest] + 1 {
			met = j.meet(set, at, shortest, met)
		}
		for _, o := range met {
			j.verify(s, o)
			j.shared[o] = 0
		}
		for at := range n - j.needs[n] + 1 { // sets to come are no smaller, and must share no less than one of its size
			j.postings[set[at]] = append(j.postings[set[at]], posting{s, at})
		}
	}
	return j
}

// meet looks up one feature of a set among the sets seen so far.
func (j *join) meet(set []int32, at, shortest int32, met []int32) []int32 {
	n := int32(len(set))
	list := j.postings[set[at]]
	gone := 0
	for _, p := range list {
		m := j.start[p.set+1] - j.start[p.set]
		if m < shortest {
			gone++ // sets come by size: what is too short now stays too short
			continue
		}
		switch c := j.shared[p.set]; {
		case c == dead:
		case int32(c)+1+min(n-at-1, m-p.at-1) < j.needs[m]:
			if c == 0 {
				met = append(met, p.set)
			}
			j.shared[p.set] = dead
		default:
			if c == 0 {
				met = append(met, p.set)
			}
			j.shared[p.set] = c + 1
		}
	}
	j.postings[set[at]] = list[gone:]
	return met
}

// verify counts what two sets share and keeps the pair when it is enough.
func (j *join) verify(s, o int32) {
	if j.shared[o] == dead {
		return
	}
	a, b := j.set(s), j.set(o)
	n, m := int32(len(a)), int32(len(b))
	need, shared := j.needs[m], int32(0)
	for len(a) > 0 && len(b) > 0 && shared+int32(min(len(a), len(b))) >= need {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			shared, a, b = shared+1, a[1:], b[1:]
		}
	}
	if shared >= need {
		j.found = append(j.found, hit{s, o, j.options.Measure.As.of(int(shared), int(n), int(m))})
	}
}

// prepare fills needs for a set of n features: how many it must share with one of m, more than m when they cannot be alike enough. It asks the
// coefficient itself, so that rounding cannot lose a pair.
func (j *join) prepare(n int32) {
	if j.size == n {
		return
	}
	j.size, j.needs = n, append(j.needs[:0], 0)
	for m := int32(1); m <= n; m++ {
		low, high := int32(1), m+1 // the smallest that is enough lies here
		for low < high {
			middle := (low + high) / 2
			if j.options.Measure.As.of(int(middle), int(n), int(m)) >= j.threshold {
				high = middle
			} else {
				low = middle + 1
			}
		}
		j.needs = append(j.needs, low)
	}
}

// shortest is the size of the smallest set that can be alike enough to the one in hand.
func (j *join) shortest() int32 {
	m := int32(1)
	for j.needs[m] > m {
		m++
	}
	return m
}
