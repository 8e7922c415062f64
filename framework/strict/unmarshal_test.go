// What Unmarshal refuses, and that it reports all of it at once; and that what it accepts, encoding/json accepts alike.

package strict_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hasteslowly/readiness/framework/strict"
)

type record struct {
	Name  string         `json:"name"`
	Count int8           `json:"count"`
	Share float64        `json:"share"`
	On    bool           `json:"on"`
	Tags  []string       `json:"tags"`
	Inner *record        `json:"inner"`
	By    map[string]int `json:"by"`
}

func TestUnmarshalRefuses(t *testing.T) {
	for _, row := range []struct {
		name, in string
		want     []string // one part of each problem, in order
	}{
		{"nothing", "", []string{"line 1, column 1: is empty"}},
		{"blank", " \n ", []string{"line 2, column 2: is empty"}},
		{"truncated object", `{"name": "a"`, []string{"column 13: ends too early"}},
		{"truncated string", `{"name": "a`, []string{"ends too early"}},
		{"truncated escape", `{"name": "a\`, []string{"ends too early"}},
		{"trailing data", `{} {}`, []string{"column 4: has more after its end"}},
		{"trailing comma", `{"on": true,}`, []string{"expected a key in double quotes"}},
		{"no colon", `{"on" true}`, []string{"expected a colon"}},
		{"no comma", `{"tags": ["a" "b"]}`, []string{"expected a comma or ]"}},
		{"leading zero", `{"count": 01}`, []string{"is no JSON number"}},
		{"bare word", `{"on": yes}`, []string{"expected a value"}},
		{"bad escape", `{"name": "\q"}`, []string{"backslash"}},
		{"line break in string", "{\"name\": \"a\nb\"}", []string{"line break or control character"}},
		{"duplicate key", `{"count": 1, "count": 2}`, []string{`column 14: key "count" is given twice; keep one`}},
		{"wrong case", `{"Name": "a"}`, []string{`key "Name" is not known here; did you mean "name"?`}},
		{"unknown key", `{"zzzzzzzzz": 1}`, []string{`key "zzzzzzzzz" is not known here; one of name,`}},
		{"null", `{"name": null}`, []string{"name: is null; leave the key out"}},
		{"wrong kinds", `{"name": 1, "count": "x", "tags": {}, "on": []}`, []string{
			"column 10: name: is a number; give a string", "count: is a string; give a number", "tags: is an object; give an array", "on: is an array; give true or false"}},
		{"too large for its type", `{"count": 300}`, []string{"count: 300 is no whole number in range"}},
		{"fraction for a whole", `{"count": 1.5}`, []string{"1.5 is no whole number"}},
		{"infinite", `{"share": 1e999}`, []string{"share: 1e999 is out of range"}},
		{"half a surrogate pair", `{"name": "\ud800"}`, []string{"surrogate"}},
		{"terminal control", `{"name": "\u001b[31m"}`, []string{"control character U+001B"}},
		{"C1 control, unescaped", "{\"name\": \"\u009b\"}", []string{"control character U+009B"}},
		{"UTF-16", "\xff\xfe{\x00}\x00", []string{"is UTF-16; save it as UTF-8"}},
		{"Latin-1", "{\"name\":\n \"caf\xe9\"}", []string{"line 2, column 6: byte 0xe9 is not UTF-8"}},
		{"zero byte", "{\"name\": \"a\x00\"}", []string{"column 12: has a zero byte"}},
		{"nested path", `{"inner": {"inner": {"tags": ["a", 2]}}}`, []string{"inner.inner.tags[1]: is a number"}},
		{"several at once", "{\"nam\": 1,\n \"on\": null,\n \"on\": true}", []string{"line 1, column 2", "line 2, column 8", "line 3, column 2"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := record{Name: "untouched"}
			_, err := strict.Unmarshal("input", []byte(row.in), &got, strict.Limits{})
			problems := strict.Problems(err)
			if len(problems) != len(row.want) {
				t.Fatalf("got %d problems, want %d: %v", len(problems), len(row.want), err)
			}
			for i, want := range row.want {
				if !strings.Contains(problems[i].Error(), want) {
					t.Errorf("problem %d is %q, want %q in it", i, problems[i].Error(), want)
				}
			}
			if got.Name != "untouched" {
				t.Errorf("the target was changed to %+v", got)
			}
		})
	}
}

func TestUnmarshalReads(t *testing.T) {
	in := "\ufeff" + `{"name": "caf\u00e9 \ud83d\ude00", "count": -3, "share": 0.25, "on": true, "tags": ["a", "b"], "inner": {"tags": []}, "by": {"x": 1}}`
	var got record
	if _, err := strict.Unmarshal("input", []byte(in), &got, strict.Limits{}); err != nil {
		t.Fatal(err)
	}
	want := record{"café 😀", -3, 0.25, true, []string{"a", "b"}, &record{Tags: []string{}}, map[string]int{"x": 1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLimits(t *testing.T) {
	for _, row := range []struct {
		name, in string
		limits   strict.Limits
		want     string
	}{
		{"bytes", `{"name": "long enough"}`, strict.Limits{Bytes: 10}, "is larger than 10 bytes"},
		{"depth", strings.Repeat(`{"inner":`, 1000), strict.Limits{}, "is nested deeper than 32"},
		{"values", `{"tags": ["a", "b", "c"]}`, strict.Limits{Values: 3}, "has more than 3 values"},
		{"problems", `{"a":1,"a":1,"a":1,"a":1}`, strict.Limits{Problems: 2}, "too many problems"},
	} {
		t.Run(row.name, func(t *testing.T) {
			var got record
			_, err := strict.Unmarshal("input", []byte(row.in), &got, row.limits)
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("got %v, want %q", err, row.want)
			}
		})
	}
}

func TestErrorUnwrapsToItsParts(t *testing.T) {
	err := strict.Fail("input", []strict.Problem{{Path: "a", What: "is bad"}, {Path: "b", What: "is worse"}})
	var one strict.Problem
	if !errors.As(err, &one) || one.Path != "a" {
		t.Errorf("errors.As found %+v", one)
	}
	if !errors.Is(err, strict.Problem{Path: "b", What: "is worse"}) {
		t.Error("errors.Is does not find the second problem")
	}
	if strict.Fail("input", nil) != nil {
		t.Error("no problems are an error")
	}
}

func TestLocate(t *testing.T) {
	var got record
	doc, err := strict.Unmarshal("input", []byte("{\"inner\": {\n  \"tags\": [\"a\",\n    \"b\"]}}"), &got, strict.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	placed := doc.Locate([]strict.Problem{{Path: "inner.tags[1]"}, {Path: "inner.by.x"}})
	want := []strict.Problem{{Path: "inner.by.x", Line: 1, Column: 11}, {Path: "inner.tags[1]", Line: 3, Column: 5}}
	if diff := cmp.Diff(want, placed); diff != "" {
		t.Error(diff)
	}
}

// FuzzUnmarshal holds Unmarshal to encoding/json: it accepts no more, and decodes to the same value.
func FuzzUnmarshal(f *testing.F) {
	for _, seed := range []string{`{}`, `{"name":"a","count":1,"tags":["x"],"inner":{"on":true}}`, `{"by":{"a":1,"b":2}}`, `{"name":"\ud83d\ude00"}`, `[`, `{"share":1e-9}`, "\ufeff{}"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var mine, theirs record
		if _, err := strict.Unmarshal("input", data, &mine, strict.Limits{}); err != nil {
			var e *strict.Error
			if !errors.As(err, &e) || len(e.Problems) == 0 || e.Error() == "" {
				t.Fatalf("untyped error %T", err)
			}
			return
		}
		if err := json.Unmarshal([]byte(strings.TrimPrefix(string(data), "\ufeff")), &theirs); err != nil {
			t.Fatalf("accepted what encoding/json refuses: %v", err)
		}
		if !reflect.DeepEqual(mine, theirs) {
			t.Fatalf("%+v, encoding/json has %+v", mine, theirs)
		}
	})
}
