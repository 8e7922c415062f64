// What ReadTable refuses, with its places, and what it reads.

package strict_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/hasteslowly/readiness/framework/strict"
)

func TestReadTableRefuses(t *testing.T) {
	for _, row := range []struct{ name, in, want string }{
		{"nothing", "", "is empty"},
		{"column without a name", "a,,c\n1,2,3\n", "line 1, column 3: a column has no name"},
		{"semicolons", "a;b\n1;2\n", "input: 1 problem\n  line 1, column 1: the columns are parted by semicolons or tabs; save it with commas"},
		{"column twice", "a,b,a\n", `line 1, column 5: column "a" is given twice`},
		{"cell too many", "a,b\n1,2,3\n", "line 2, column 1: the row has 3 cells, the header 2"},
		{"bare quote", "a,b\nx\"y,2\n", `line 2, column 2: bare "`},
		{"open quote", "a,b\n\"x,2\n", "line 3, column 1: extraneous or missing"},
		{"control character", "a,b\nx,\u001by\n", "line 2, column 3: has a control character"},
		{"not UTF-8", "a,b\nx,\xe9\n", "line 2, column 3: byte 0xe9 is not UTF-8"},
		{"place after wide characters", "a,b\nöö,\u001b\n", "line 2, column 4: has a control character"},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := strict.ReadTable("input", []byte(row.in), strict.Limits{})
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("got %v, want %q", err, row.want)
			}
		})
	}
}

func TestReadTableReads(t *testing.T) {
	table, err := strict.ReadTable("input", []byte("\ufeff a ,b\r\n\r\n1,\"two\nlines\"\r\n"), strict.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(table.Header, "|"); got != "a|b" {
		t.Errorf("header %q", got)
	}
	if len(table.Rows) != 1 || table.Rows[0].Cells[1] != "two\nlines" || table.Rows[0].Line != 3 {
		t.Errorf("rows %+v", table.Rows)
	}
	p := table.Rows[0].Problem(1, "is odd", "")
	if p.Line != 3 || p.Column != 3 || p.Path != "b" {
		t.Errorf("problem placed at %+v", p)
	}
	if _, err := strict.ReadTable("input", []byte("a,b\n1,2\n3,4\n"), strict.Limits{Values: 4}); err == nil {
		t.Error("more cells than the limit were read")
	}
}

// FuzzReadTable holds ReadTable to encoding/csv: what it accepts has the same cells.
func FuzzReadTable(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "a\n\"x\"\"y\"\n", "a,b\n1\n", "\ufeffa\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := strict.ReadTable("input", data, strict.Limits{})
		if err != nil {
			if len(strict.Problems(err)) == 0 {
				t.Fatal("an error without problems")
			}
			return
		}
		records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff"))).ReadAll()
		if err != nil || len(records) != len(table.Rows)+1 {
			t.Fatalf("%d rows, encoding/csv has %d and %v", len(table.Rows), len(records), err)
		}
		for i, row := range table.Rows {
			if strings.Join(row.Cells, "\x00") != strings.Join(records[i+1], "\x00") {
				t.Fatalf("row %d is %q, encoding/csv has %q", i, row.Cells, records[i+1])
			}
			row.Problem(len(row.Cells)-1, "", "")
		}
	})
}
