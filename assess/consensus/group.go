// Groups: the ratings of several respondents on several items.

package consensus

import (
	"fmt"
	"math"
)

// A Group holds ratings: one respondent a row, one item a column, [Missing] where there is no answer. Short rows are missing at their end.
type Group struct {
	Rows [][]float64
	// Points is the number of points of the scale, which runs from 0 to Points-1. Ratings between the points may occur.
	Points int
}

func (g Group) items() int {
	n := 0
	for _, row := range g.Rows {
		n = max(n, len(row))
	}
	return n
}

func at(row []float64, item int) float64 {
	if item < len(row) {
		return row[item]
	}
	return Missing
}

// kept are the rows that a policy leaves, without those that are empty, and a Value that says so; it is undefined, and ok false,
// where no index of agreement is defined.
func (g Group) kept(index string, o Options) (rows [][]float64, v Value, ok bool) {
	v = Value{Index: index, Items: g.items(), Missing: o.Missing}
	answered := 0
	for i, row := range g.Rows {
		n := 0
		for item := range v.Items {
			x := at(row, item)
			if math.IsNaN(x) {
				continue
			}
			if x < 0 || x > float64(g.Points-1) || g.Points < 2 {
				return nil, v.without("respondent %d rates item %d with %v, outside the scale 0 to %d", i+1, item+1, x, g.Points-1), false
			}
			n++
		}
		if n > 0 {
			answered++
		}
		if n == v.Items && n > 0 || n > 0 && o.Missing == Itemwise {
			rows = append(rows, row)
		}
	}
	v.N = len(rows)
	if o.Missing == Listwise && answered > v.N {
		v = v.warn(LeftOut, "%d of %d respondents left an item out and do not count; itemwise they would", answered-v.N, answered)
	}
	switch {
	case answered == 0:
		return nil, v.without("nobody answered"), false
	case v.N == 0:
		return nil, v.without("nobody answered every item; itemwise answers would count"), false
	case v.N == 1:
		return nil, v.without("one respondent: agreement takes two"), false
	}
	return rows, v, true
}

// columns are the items' ratings without what is missing, as far as two respondents rated them.
func columns(rows [][]float64, items int) [][]float64 {
	var all [][]float64
	for item := range items {
		var column []float64
		for _, row := range rows {
			if x := at(row, item); !math.IsNaN(x) {
				column = append(column, x)
			}
		}
		if len(column) > 1 {
			all = append(all, column)
		}
	}
	return all
}

// counted is kept, by item.
func (g Group) counted(index string, o Options) (items [][]float64, v Value, ok bool) {
	rows, v, ok := g.kept(index, o)
	if !ok {
		return nil, v, false
	}
	items = columns(rows, v.Items)
	if len(items) == 0 {
		return nil, v.without("no item has two answers"), false
	}
	if len(items) < v.Items {
		v = v.warn(LeftOut, "%s fewer than two answers and do not count", have(v.Items-len(items)))
		v.Items = len(items)
	}
	return items, v, true
}

func have(n int) string {
	if n == 1 {
		return "1 item has"
	}
	return fmt.Sprintf("%d items have", n)
}

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// variance has n-1 in its denominator.
func variance(x []float64) float64 { return squares(x) / float64(len(x)-1) }

// squares is the sum of squared deviations from the mean.
func squares(x []float64) float64 {
	m, sum := mean(x), 0.0
	for _, v := range x {
		sum += float64((v - m) * (v - m))
	}
	return sum
}
