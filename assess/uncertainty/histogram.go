// Histograms: distributions in memory that does not grow with the number of draws.

package uncertainty

// fine is the number of classes of a histogram of readiness, coarse that of a type. A quantile is exact to one class: 0.006 of 100, and
// 0.001 of 1.
const (
	fine   = 1 << 14
	coarse = 1 << 10
)

// A histogram counts values from 0 to top.
type histogram struct {
	counts []uint32
	top    float64
	n      int
}

func newHistogram(classes int, top float64) *histogram {
	return &histogram{counts: make([]uint32, classes), top: top}
}

func (h *histogram) add(x float64) {
	i := int(x / h.top * float64(len(h.counts)))
	h.counts[min(max(i, 0), len(h.counts)-1)]++
	h.n++
}

func (h *histogram) join(other *histogram) {
	for i, n := range other.counts {
		h.counts[i] += n
	}
	h.n += other.n
}

// quantile takes the values of a class to lie evenly in it; of a class at an end of the scale, at that end.
func (h *histogram) quantile(p float64) float64 {
	want, below := float64(p*float64(h.n)), 0.0
	last := 0
	for i, n := range h.counts {
		if n == 0 {
			continue
		}
		last = i
		if below+float64(n) >= want {
			return h.at(i, (want-below)/float64(n))
		}
		below += float64(n)
	}
	return h.at(last, 1)
}

func (h *histogram) at(class int, share float64) float64 {
	switch class {
	case 0:
		return 0
	case len(h.counts) - 1:
		return h.top
	}
	return float64(h.top*(float64(class)+share)) / float64(len(h.counts))
}

// joined gives the counts in fewer classes, for drawing.
func (h *histogram) joined(classes int) []int {
	all := make([]int, classes)
	for i, n := range h.counts {
		all[i*classes/len(h.counts)] += int(n)
	}
	return all
}
