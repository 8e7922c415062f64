// What an index says: a value with what it rests on, or why there is none.

package consensus

import (
	"fmt"
	"math"
	"slices"
)

// A Value is the answer of an index.
type Value struct {
	Index string `json:"index"`
	// Value is nil when the index is undefined; Undefined then says why.
	Value     *float64 `json:"value,omitempty"`
	Undefined string   `json:"undefined,omitempty"`
	// Low and High bound the interval at Level, for intraclass correlations; nil without one.
	Low   *float64 `json:"low,omitempty"`
	High  *float64 `json:"high,omitempty"`
	Level float64  `json:"level,omitempty"`
	// P is the probability of a value at least as large if groups did not matter; nil without a test. Permutations says on how many
	// arrangements it rests, and Exact that these are all there are.
	P            *float64 `json:"p,omitempty"`
	Permutations int      `json:"permutations,omitempty"`
	Exact        bool     `json:"exact,omitempty"`
	Seed         uint64   `json:"seed,omitempty"`
	// N is the number of respondents that count, Items and Groups those of items and groups, where there are such.
	N      int `json:"n"`
	Items  int `json:"items,omitempty"`
	Groups int `json:"groups,omitempty"`
	// Missing is the policy taken where the answer depends on one.
	Missing  Policy    `json:"missing,omitzero"`
	Warnings []Warning `json:"warnings,omitempty"`
}

// A Warning says what to mind about a value, and what would cure it.
type Warning struct {
	Kind WarningKind `json:"kind"`
	Text string      `json:"text"`
}

// A WarningKind tells warnings apart.
type WarningKind string

// The kinds of warnings.
const (
	LeftOut     WarningKind = "left out"      // answers were left out that another policy would keep
	Dissent     WarningKind = "dissent"       // more variance than ratings at random would show
	FewPeople   WarningKind = "few people"    // too few to say much
	NoTwoCamps  WarningKind = "no two camps"  // no common view, and not two camps either
	TwoCamps    WarningKind = "two camps"     // ratings gather at different ends
	UnequalSize WarningKind = "unequal sizes" // an interval is exact for groups of equal size only
	BelowChance WarningKind = "below chance"  // groups differ less than their members would by chance
	NoInterval  WarningKind = "no interval"   // there is a value and no interval
)

// Defined says whether there is a value.
func (v Value) Defined() bool { return v.Value != nil }

// Or gives the value, or x where it is undefined.
func (v Value) Or(x float64) float64 {
	if v.Value == nil {
		return x
	}
	return *v.Value
}

// String gives the value with two decimals, interval and p-value, or why there is none.
func (v Value) String() string {
	if v.Value == nil {
		return fmt.Sprintf("%s: undefined, %s", v.Index, v.Undefined)
	}
	s := fmt.Sprintf("%s %.2f", v.Index, *v.Value)
	if v.Low != nil && v.High != nil {
		s += fmt.Sprintf(" (%.2f to %.2f, %.0f%%)", *v.Low, *v.High, 100*v.Level)
	}
	switch {
	case v.P == nil:
	case *v.P < 0.001:
		s += ", p < 0.001"
	default:
		s += fmt.Sprintf(", p = %.3f", *v.P)
	}
	return s
}

func (v Value) with(x float64) Value {
	x += 0 // no -0 in data
	v.Value = &x
	return v
}

func (v Value) without(reason string, args ...any) Value {
	v.Value, v.Undefined = nil, fmt.Sprintf(reason, args...)
	return v
}

func (v Value) warn(kind WarningKind, text string, args ...any) Value {
	v.Warnings = append(slices.Clone(v.Warnings), Warning{kind, fmt.Sprintf(text, args...)})
	return v
}

// Missing stands in the input for an answer that was not given. Any NaN does.
var Missing = math.NaN()

// A Policy says how respondents with missing answers count.
type Policy uint8

// The policies. The zero value is Itemwise.
const (
	// Itemwise takes for every item all who answered it.
	Itemwise Policy = iota
	// Listwise takes only respondents who answered every item.
	Listwise
)

// String gives the name.
func (p Policy) String() string {
	if p == Listwise {
		return "listwise"
	}
	return "itemwise"
}

// MarshalText gives the name.
func (p Policy) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// Options of indices; the zero value is the documented default.
type Options struct {
	// Null is the variance of ratings that would show no agreement, for r_wg and its kin; 0 is that of the uniform distribution,
	// [Uniform].
	Null float64
	// Missing is the policy for respondents with missing answers.
	Missing Policy
	// Level of intervals; 0.95 when 0.
	Level float64
	// Permutations is how many arrangements a p-value rests on, 1999 when 0; all, when there are not more. Seed draws them.
	Permutations int
	Seed         uint64
	// Alpha is the sensitivity of [Polarisation] to the size of groups, 1 when 0; Esteban & Ray admit 0 < alpha <= 1.6.
	Alpha float64
}

func (o Options) level() float64 {
	if o.Level == 0 {
		return 0.95
	}
	return o.Level
}
