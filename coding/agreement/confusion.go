// Confusion: which categories are taken for which.

package agreement

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Confusion counts pairs of ratings.
type Confusion struct {
	Categories []string `json:"categories"`
	// Counts[i][j] is, for two coders, the number of units that the first put in i and the second in j; for more, the coincidences: ordered pairs of
	// ratings of a unit, each counted 1/(m-1), so that a row sums to the ratings of its category in units with two or more.
	Counts [][]float64 `json:"counts"`
	// Alpha is, for each category, Krippendorff's alpha of that one against all others: which category is used reliably. Nil when undefined.
	Alpha []*float64 `json:"alpha"`
}

// String lays the counts out: the first coder's category, or either of a pair, in rows.
func (c Confusion) String() string {
	width := 6
	for _, name := range c.Categories {
		width = max(width, utf8.RuneCountInString(name)+1)
	}
	var b strings.Builder
	cell := func(s string) { fmt.Fprintf(&b, "%s%s", strings.Repeat(" ", width-utf8.RuneCountInString(s)), s) }
	cell("")
	for _, name := range c.Categories {
		cell(name)
	}
	for i, row := range c.Counts {
		b.WriteString("\n")
		cell(c.Categories[i])
		for _, n := range row {
			cell(strconv.FormatFloat(n, 'g', 5, 64))
		}
	}
	return b.String()
}

// Confuse counts a table's confusions.
func Confuse(t *Table) Confusion {
	q := len(t.categories)
	c := Confusion{Categories: t.Categories(), Counts: make([][]float64, q)}
	for i := range c.Counts {
		c.Counts[i] = make([]float64, q)
	}
	if t.coders == 2 {
		counts, _ := t.crossed()
		for i, n := range counts {
			c.Counts[i/q][i%q] = float64(n)
		}
	} else {
		t.coincide(c.Counts)
	}
	for k := range q {
		r := t.against(uint16(k + 1)).nominalAlpha()
		if r.undefined != "" {
			c.Alpha = append(c.Alpha, nil)
			continue
		}
		c.Alpha = append(c.Alpha, &r.value)
	}
	return c
}

func (t *Table) coincide(counts [][]float64) {
	for i := 0; i < len(t.cells); i += t.coders {
		row := t.cells[i : i+t.coders]
		m, _ := unanimous(row)
		for a, c := range row {
			for b, k := range row {
				if a != b && c != 0 && k != 0 {
					counts[c-1][k-1] += 1 / float64(m-1)
				}
			}
		}
	}
}

// against keeps one category and makes one of all others.
func (t *Table) against(category uint16) *Table {
	r := *t
	r.categories = []string{"other", t.categories[category-1]}
	r.bytes, r.cells = nil, make([]uint16, len(t.cells))
	for i, c := range t.cells {
		switch c {
		case 0:
		case category:
			r.cells[i] = 2
		default:
			r.cells[i] = 1
		}
	}
	return &r
}
