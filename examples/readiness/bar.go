// Bars: a number with its bounds, drawn in text.

package main

import (
	"math"
	"strings"

	"github.com/hasteslowly/readiness/assess"
)

// bar draws an estimate from 0 to 1 in n columns: full up to the low bound, half up to the value, light up to the high bound.
func bar(e assess.Estimate, n int) string {
	if e.Applicable == 0 {
		return strings.Repeat(" ", n)
	}
	at := func(x float64) int { return min(max(int(math.Round(x*float64(n))), 0), n) }
	low, high := at(e.Low), at(e.High)
	value := low
	if e.Known {
		value = max(at(e.Value), low)
	}
	high = max(high, value)
	return strings.Repeat("█", low) + strings.Repeat("▒", value-low) + strings.Repeat("░", high-value) + strings.Repeat("·", n-high)
}

// mirrored draws a bar that grows to the left.
func mirrored(e assess.Estimate, n int) string {
	runes := []rune(bar(e, n))
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	return string(runes)
}
