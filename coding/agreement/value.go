// What a statistic says: a value with its interval, or why there is none.

package agreement

import "fmt"

// A Value is the answer of a statistic.
type Value struct {
	Statistic string `json:"statistic"`
	// Variant is the metric or the weights, where the statistic takes them.
	Variant string `json:"variant,omitempty"`
	// Value is nil when the statistic is undefined; Undefined then says why.
	Value     *float64 `json:"value,omitempty"`
	Undefined string   `json:"undefined,omitempty"`
	// Observed and Expected are the agreement found and that expected by chance, each 0 to 1; for alpha and other distances, the
	// disagreements. Nil where there is none.
	Observed *float64 `json:"observed,omitempty"`
	Expected *float64 `json:"expected,omitempty"`
	// Low and High bound the interval at Level; nil without one.
	Low      *float64 `json:"low,omitempty"`
	High     *float64 `json:"high,omitempty"`
	Level    float64  `json:"level,omitempty"`
	Interval string   `json:"interval,omitempty"`
	// StandardError belongs to the interval.
	StandardError *float64 `json:"standard_error,omitempty"`
	// Resamples and Seed say how the interval was drawn; Dropped counts the resamples in which the statistic is undefined.
	Resamples int    `json:"resamples,omitempty"`
	Dropped   int    `json:"dropped,omitempty"`
	Seed      uint64 `json:"seed,omitempty"`
	// Units is the number of units of the table, Pairable of those with two ratings or more.
	Units      int `json:"units"`
	Pairable   int `json:"pairable"`
	Coders     int `json:"coders"`
	Categories int `json:"categories"`
	// Coverage is the share of the text, or of a category's marks, that a coefficient of spans rests on; nil for others.
	Coverage *float64 `json:"coverage,omitempty"`
	Warnings []string `json:"warnings,omitempty"`
}

// Defined says whether there is a value.
func (v Value) Defined() bool { return v.Value != nil }

// String gives the value with two decimals and its interval, or why there is none.
func (v Value) String() string {
	name := v.Statistic
	if v.Variant != "" {
		name += " (" + v.Variant + ")"
	}
	switch {
	case v.Value == nil:
		return fmt.Sprintf("%s: undefined, %s", name, v.Undefined)
	case v.Low == nil || v.High == nil:
		return fmt.Sprintf("%s %.2f", name, *v.Value)
	}
	return fmt.Sprintf("%s %.2f (%.2f to %.2f, %.0f%%)", name, *v.Value, *v.Low, *v.High, 100*v.Level)
}

// raw is a statistic before it is dressed as a Value.
type raw struct {
	value, observed, expected float64
	undefined                 string
}

// corrected gives (observed - expected) / (1 - expected), undefined when chance alone agrees always.
func corrected(observed, expected float64) raw {
	r := raw{observed: observed, expected: expected}
	if 1-expected < 1e-15 {
		r.undefined = noVariation
		return r
	}
	r.value = (observed - expected) / (1 - expected)
	return r
}

const (
	noVariation = "there is no variation: every rating that counts is in the same category, so chance alone would agree always"
	noPairs     = "no unit has two ratings"
	notTwo      = "it takes exactly two coders"
)
