// Reading tables, well and badly written.

package agreement_test

import (
	"math"
	"strings"
	"testing"

	"github.com/hasteslowly/readiness/coding/agreement"
)

func TestRead(t *testing.T) {
	cases := []struct {
		name, text    string
		units, coders int
		categories    string
	}{
		{"plain numbers", "1,1\n2,\n,3\n", 3, 2, "1 2 3"},
		{"header over numbers", "ann,bob\n1,1\n2,3\n", 2, 2, "1 2 3"},
		{"header and unit column", "unit,ann,bob\nu1,a,b\nu2,a,a\n", 2, 2, "a b"},
		{"a data frame's index", ",ann,bob\n0,a,b\n1,a,a\n", 2, 2, "a b"},
		{"words without header", "a,b\nb,a\n", 2, 2, "a b"},
		{"semicolons, byte order mark, CRLF", "\ufeffann;bob\r\n1;2\r\n", 1, 2, "1 2"},
		{"one category by value", "1,1.0\n01,2\n", 2, 2, "1 2"},
		{"by size, not spelling", "10,9\n2,10\n", 2, 2, "2 9 10"},
		{"short rows are missing at their end", "1,1,2\n1\n", 2, 3, "1 2"},
	}
	for _, c := range cases {
		table, err := agreement.Read(strings.NewReader(c.text), agreement.Format{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if table.Units() != c.units || table.Coders() != c.coders || strings.Join(table.Categories(), " ") != c.categories {
			t.Errorf("%s: %d units, %d coders, %q", c.name, table.Units(), table.Coders(), table.Categories())
		}
	}
	if _, err := agreement.Read(strings.NewReader("1,2\n3,4\n"), agreement.Format{Categories: []string{"1", "2", "3"}}); err == nil || !strings.Contains(err.Error(), `"4" is not among the categories`) {
		t.Errorf("a cell outside the categories: %v", err)
	}
	for text, says := range map[string]string{"": "is empty", " \n": "is empty", "\xff\xfea\x00": "is not UTF-8", "ann,bob\n1,2,3\n1\n": "has 3 cells, and 2 coders are named"} {
		if _, err := agreement.Read(strings.NewReader(text), agreement.Format{}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := agreement.Read(strings.NewReader("1,\"2\n"), agreement.Format{}); err == nil {
		t.Error("an open quote is read")
	}
}

func FuzzReadRatings(f *testing.F) {
	for _, s := range []string{"1,1\n2,\n", "a;b\nc;\n", "unit,x,y\n1,2,3\n", "\ufeff,\n", "\"", "NaN,Inf\n0x1,1e400\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			return
		}
		if sets, err := agreement.ReadSets(strings.NewReader(text), agreement.Format{}); err == nil {
			agreement.MASI.Alpha(sets)
			if len(sets.Labels()) < 8 {
				agreement.MultiValued(sets)
			}
		}
		table, err := agreement.Read(strings.NewReader(text), agreement.Format{})
		if err != nil {
			return
		}
		for _, s := range agreement.Statistics() {
			v := of(t, s, table, agreement.Options{})
			if v.Defined() && math.IsNaN(*v.Value) {
				t.Errorf("%s is NaN", s.Name)
			}
		}
	})
}
