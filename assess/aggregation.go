// Aggregation: how several numbers from 0 to 1 become one.

package assess

import (
	"fmt"

	"github.com/hasteslowly/readiness/assess/internal/portable"
)

// An Aggregation is a way to make one number of several; the zero value takes the default of the place where it is used.
type Aggregation uint8

// The aggregations, as in the OECD/JRC Handbook on Constructing Composite Indicators (2008), doi:10.1787/9789264043466-en.
const (
	_ Aggregation = iota
	// Arithmetic is the weighted mean: a high value buys off a low one in full.
	Arithmetic
	// Geometric is the weighted geometric mean of values raised to at least [Floor]: a low value can be bought off in part only.
	Geometric
	// WeakestLink is the least value, whatever the weights.
	WeakestLink
)

// Floor is the least value that enters a geometric mean, a hundredth of the scale. At zero, a single component with nothing in it - often
// one that a young project has not begun - would make readiness 0 whatever else is there, and no other change would count. A
// component at the floor still pulls readiness down to 43% of what the others give (weight 4 of 22), and readiness under the
// geometric mean is at least 1. Below the floor a component's changes do not show.
const Floor = 0.01

var aggregationNames = [...]string{"", "arithmetic", "geometric", "weakest-link"}

// Aggregations lists the aggregations.
func Aggregations() []Aggregation { return []Aggregation{Arithmetic, Geometric, WeakestLink} }

// String gives the name used in data.
func (a Aggregation) String() string {
	if int(a) < len(aggregationNames) {
		return aggregationNames[a]
	}
	return fmt.Sprintf("aggregation(%d)", uint8(a))
}

// ParseAggregation reads the name that String gives.
func ParseAggregation(s string) (Aggregation, error) {
	for _, a := range Aggregations() {
		if a.String() == s {
			return a, nil
		}
	}
	return 0, fmt.Errorf("%.40q is no aggregation: arithmetic, geometric or weakest-link", s)
}

// MarshalText gives the name.
func (a Aggregation) MarshalText() ([]byte, error) {
	if a == 0 || int(a) >= len(aggregationNames) {
		return nil, fmt.Errorf("assess: aggregation is unset")
	}
	return []byte(a.String()), nil
}

// UnmarshalText reads a name.
func (a *Aggregation) UnmarshalText(text []byte) error {
	parsed, err := ParseAggregation(string(text))
	if err == nil {
		*a = parsed
	}
	return err
}

// A sum gathers weighted values for one aggregation.
type sum struct {
	total, weight float64 // of values, or of their logarithms
	least         float64
}

func (s *sum) add(a Aggregation, value, weight float64) {
	if s.weight == 0 || value < s.least {
		s.least = value
	}
	if a == Geometric {
		value = portable.Ln(max(value, Floor))
	}
	s.total += float64(weight * value)
	s.weight += weight
}

// mean is the aggregate of what was added; at least one value with a positive weight was.
func (s *sum) mean(a Aggregation) float64 {
	switch a {
	case Geometric:
		return min(portable.Exp(s.total/s.weight), 1)
	case WeakestLink:
		return s.least
	}
	return s.total / s.weight
}
