// Estimates: numbers with their bounds and coverage.

package assess

import "encoding/json"

// An Estimate is a number together with how much of it is known.
type Estimate struct {
	// Value is what the answers given say; it means nothing unless Known.
	Value float64
	Known bool
	// Low and High are the value with every missing answer at its worst and at its best, read as numbers: Low <= Value <= High.
	Low, High float64
	// Answered of Applicable answers were given. A side of a parameter is one answer.
	Answered, Applicable int
}

// Coverage is Answered / Applicable, and 0 when nothing applies.
func (e Estimate) Coverage() float64 {
	if e.Applicable == 0 {
		return 0
	}
	return float64(e.Answered) / float64(e.Applicable)
}

// scaled multiplies value and bounds.
func (e Estimate) scaled(k float64) Estimate {
	e.Value, e.Low, e.High = e.Value*k, e.Low*k, e.High*k
	return e
}

// MarshalJSON gives value (absent when not known), low, high, answered and applicable.
func (e Estimate) MarshalJSON() ([]byte, error) {
	out := struct {
		Value      *float64 `json:"value,omitempty"`
		Low        float64  `json:"low"`
		High       float64  `json:"high"`
		Answered   int      `json:"answered"`
		Applicable int      `json:"applicable"`
	}{nil, e.Low, e.High, e.Answered, e.Applicable}
	if e.Known {
		out.Value = &e.Value
	}
	return json.Marshal(out)
}

// A blend is a weighted mean in the making: of the values known, and of the bounds of all.
type blend struct {
	value, known     float64 // weighted sum of known values, and the sum of their weights
	low, high, total float64
	answered, asked  int
}

func (b *blend) add(w float64, e Estimate) {
	b.answered += e.Answered
	b.asked += e.Applicable
	if e.Applicable == 0 || w == 0 {
		return
	}
	if e.Known {
		b.value += float64(w * e.Value)
		b.known += w
	}
	b.low += float64(w * e.Low)
	b.high += float64(w * e.High)
	b.total += w
}

// estimate returns the mean. With nothing added it is not known, and nothing is applicable.
func (b *blend) estimate() Estimate {
	e := Estimate{High: 1, Answered: b.answered, Applicable: b.asked}
	if b.total > 0 {
		e.Low, e.High = b.low/b.total, b.high/b.total
	}
	if b.known > 0 {
		e.Value, e.Known = b.value/b.known, true
		e.Low, e.High = min(e.Low, e.Value), max(e.High, e.Value)
	}
	return e
}
