// Lanes: eight units at a time, one a byte of a machine word, so that a pair of coders is compared on all eight at once.

package agreement

import "encoding/binary"

const (
	maxLaneCoders = 7   // ratings of a unit and its pairs then fit a byte together
	maxLaneValues = 127 // categories that leave the top bit of a byte free
	laneTop       = 0x8080808080808080
	laneRest      = 0x7f7f7f7f7f7f7f7f
	laneOne       = 0x0101010101010101
	leastCommon   = 60 // of 1 to 6: disagreements divided by m-1 stay whole numbers
)

// columns lays cells out as bytes, coder after coder, each padded with missing units to whole words; nil when they do not fit.
func columns(cells []uint16, coders, categories int) []byte {
	if coders < 2 || coders > maxLaneCoders || categories > maxLaneValues {
		return nil
	}
	length := (len(cells)/coders + 7) &^ 7
	b := make([]byte, length*coders)
	for i, c := range cells {
		b[i%coders*length+i/coders] = byte(c)
	}
	return b
}

// differing has 1 in each lane that is not 0.
func differing(x uint64) uint64 { return (x + laneRest) & laneTop >> 7 }

// laneAlpha is nominalAlpha on lanes.
func (t *Table) laneAlpha() raw {
	m := t.coders
	length := len(t.bytes) / m
	share := laneShares(m)
	singles := make([]int64, len(t.categories)+1)
	var words [maxLaneCoders]uint64
	disagree := int64(0)
	for at := 0; at < length; at += 8 {
		var rated, apart uint64
		for a := range m {
			x := binary.LittleEndian.Uint64(t.bytes[a*length+at:])
			rated += differing(x)
			for _, y := range words[:a] {
				apart += differing(x ^ y)
			}
			words[a] = x
		}
		if differing(rated^laneOne) != laneOne {
			t.addSingles(singles, rated, at)
		}
		for k := rated<<5 | apart; k != 0; k >>= 8 {
			disagree += int64(share[k&0xff])
		}
	}
	return t.laneSum(disagree, singles)
}

// laneShares gives what a unit adds to disagreement, by its ratings (upper three bits) and its differing pairs, those of a rating and a
// missing cell among them (lower five).
func laneShares(m int) *[256]int32 {
	var share [256]int32
	for rated := 2; rated <= m; rated++ {
		for apart := rated * (m - rated); apart < 32; apart++ {
			share[rated<<5|apart] = int32(apart-rated*(m-rated)) * 2 * leastCommon / int32(rated-1)
		}
	}
	return &share
}

// addSingles counts the ratings that stand alone in their unit.
func (t *Table) addSingles(singles []int64, rated uint64, at int) {
	length := len(t.bytes) / t.coders
	for i := range 8 {
		if rated>>(8*i)&0xff == 1 {
			for a := range t.coders {
				singles[t.bytes[a*length+at+i]]++
			}
		}
	}
}

// laneSum counts categories and gives alpha.
func (t *Table) laneSum(disagree int64, singles []int64) raw {
	hist := t.laneCounts()
	n, same := int64(0), int64(0)
	for c := 1; c < len(hist); c++ {
		k := hist[c] - singles[c]
		n += k
		same += k * (k - 1)
	}
	if n == 0 {
		return raw{undefined: noPairs}
	}
	return alpha(float64(disagree)/leastCommon/float64(n), float64(n*(n-1)-same)/float64(n*(n-1)))
}

// laneCounts counts categories two cells at a time.
func (t *Table) laneCounts() []int64 {
	q := len(t.categories) + 1
	pairs := make([]uint32, 1<<15)
	for cells := t.bytes; len(cells) >= 8; cells = cells[8:] {
		x := binary.LittleEndian.Uint64(cells)
		pairs[x&0x7f7f]++
		pairs[x>>16&0x7f7f]++
		pairs[x>>32&0x7f7f]++
		pairs[x>>48&0x7f7f]++
	}
	hist := make([]int64, q)
	for a := range q {
		for b := range q {
			n := int64(pairs[a<<8|b])
			hist[a] += n
			hist[b] += n
		}
	}
	return hist
}
