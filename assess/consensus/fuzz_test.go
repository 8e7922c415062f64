// Fuzzing: whatever numbers come in, an index has a sound value or says why it has none.

package consensus_test

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/hasteslowly/readiness/assess/consensus"
)

// FuzzIndices reads bytes as ratings of people, some on the scale and some not.
func FuzzIndices(f *testing.F) {
	f.Add([]byte{3, 1, 2, 3, 4, 0, 1, 2, 3, 4})
	f.Add([]byte{2, 255, 0, 0, 0, 0, 0, 0, 240, 127, 1, 4, 4, 4})
	f.Add([]byte{1, 1, 1, 1, 1, 250, 250})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 2 || len(data) > 200 {
			return
		}
		width := 1 + int(data[0]%6)
		var rows [][]float64
		var row []float64
		for i := 1; i < len(data); i++ {
			x := float64(data[i]) / 2
			switch {
			case data[i] == 255 && i+8 < len(data):
				x = math.Float64frombits(binary.LittleEndian.Uint64(data[i+1:]))
				i += 8
			case data[i] >= 240:
				x = consensus.Missing
			case data[i] <= 4:
				x = float64(data[i])
			}
			if row = append(row, x); len(row) == width {
				rows, row = append(rows, row), nil
			}
		}
		rows = append(rows, row)
		for name, index := range indices {
			if name == "polarisation" {
				continue // it takes counts
			}
			low, high := math.Inf(-1), math.Inf(1) // ICC and ambivalence know no scale
			if name[0] == 'r' || name[0] == 'A' || name == "eta" {
				low, high = index.low, index.high
			}
			sound(t, name, index.of(rows), low, high)
		}
	})
}
