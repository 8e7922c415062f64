// What alpha costs, beside a bare pass over the same cells.

package agreement_test

import (
	"math"
	"math/rand/v2"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/hasteslowly/readiness/coding/agreement"
)

// BenchmarkAlpha is alpha over 100,000 units, 5 coders, 22 categories, 10% missing, beside a bare pass that counts the same cells.
func BenchmarkAlpha(b *testing.B) {
	table := drawn(b, rand.New(rand.NewPCG(8, 9)), 100_000, 5, 22, 0.1)
	cells := cellsOf(table)
	b.Run("bare", func(b *testing.B) {
		for b.Loop() {
			sink = bare(cells)
		}
	})
	b.Run("nominal", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			of(b, agreement.KrippendorffAlpha, table, agreement.Options{})
		}
	})
	b.Run("ordinal", func(b *testing.B) {
		for b.Loop() {
			of(b, agreement.KrippendorffAlpha, table, agreement.Options{Metric: agreement.Ordinal})
		}
	})
	small := drawn(b, rand.New(rand.NewPCG(8, 9)), 1800, 5, 22, 0.1)
	b.Run("bootstrap1000x1800", func(b *testing.B) {
		for b.Loop() {
			of(b, agreement.KrippendorffAlpha, small, agreement.Options{Interval: agreement.Bootstrap, Resamples: 1000})
		}
	})
}

var sink int

func cellsOf(table *agreement.Table) []uint16 {
	var cells []uint16
	for u := range table.Units() {
		for c := range table.Coders() {
			code := 0
			if cell, ok := table.Cell(u, c); ok {
				n, _ := strconv.Atoi(cell)
				code = n + 1
			}
			cells = append(cells, uint16(code))
		}
	}
	return cells
}

// bare counts the cells by category and does nothing else.
func bare(cells []uint16) int {
	var counts [32]int
	for _, c := range cells {
		counts[c&31]++
	}
	return counts[1]
}

// TestAlphaCost holds nominal alpha to twice the bare pass and to no memory beyond its counters, and bootstrapping to its limit.
func TestAlphaCost(t *testing.T) {
	if testing.Short() {
		t.Skip("times are not taken beside the race detector or on an emulated machine")
	}
	table := drawn(t, rand.New(rand.NewPCG(8, 9)), 100_000, 5, 22, 0.1)
	cells := cellsOf(table)
	best := func(f func()) time.Duration {
		least := time.Hour
		for range 60 {
			start := time.Now()
			f()
			least = min(least, time.Since(start))
		}
		return least
	}
	ratio := math.Inf(1)
	for range 10 {
		plain := best(func() { sink = bare(cells) })
		alpha := best(func() { of(t, agreement.KrippendorffAlpha, table, agreement.Options{}) })
		if ratio = min(ratio, float64(alpha)/float64(plain)); ratio <= 2 {
			break
		}
	}
	t.Logf("nominal alpha: %.2f bare passes", ratio)
	if ratio > 2 {
		t.Errorf("nominal alpha takes %.2f bare passes, at most 2 are allowed", ratio)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	of(t, agreement.KrippendorffAlpha, table, agreement.Options{})
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 2*500_000 {
		t.Errorf("nominal alpha allocates %d bytes", used)
	}
	small := drawn(t, rand.New(rand.NewPCG(8, 9)), 1800, 5, 22, 0.1)
	least := time.Hour
	for range 10 {
		start := time.Now()
		of(t, agreement.KrippendorffAlpha, small, agreement.Options{Interval: agreement.Bootstrap, Resamples: 1000})
		if least = min(least, time.Since(start)); least < 150*time.Millisecond {
			break
		}
	}
	t.Logf("1,000 resamples of 1,800 x 5 x 22: %v", least)
	if least > 150*time.Millisecond {
		t.Errorf("1,000 resamples take %v, at most 0.15 s are allowed", least)
	}
}
