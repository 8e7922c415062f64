// Lanes against the plain count.

package agreement

import (
	"math/rand/v2"
	"strconv"
	"testing"
)

func TestLanesEqualPlainCount(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 9))
	for range 300 {
		coders, categories, missing := 2+random.IntN(maxLaneCoders-1), 1+random.IntN(maxLaneValues), random.Float64()
		rows := make([][]string, random.IntN(40))
		for i := range rows {
			for range coders {
				cell := strconv.Itoa(random.IntN(categories))
				if random.Float64() < missing {
					cell = ""
				}
				rows[i] = append(rows[i], cell)
			}
		}
		table, err := New(rows, make([]string, coders), Format{})
		if err != nil {
			t.Fatal(err)
		}
		if len(table.categories) == 0 {
			continue
		}
		if fast, plain := table.laneAlpha(), table.nominalAlpha(); fast != plain {
			t.Fatalf("%d units, %d coders, %d categories: %+v, plain %+v", len(rows), coders, categories, fast, plain)
		}
	}
}
