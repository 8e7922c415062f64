// Conformance: every case of testdata/cases.json, whose numbers come from print and from other programs.

package agreement_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/hasteslowly/readiness/coding/agreement"
)

type suite struct {
	Data  map[string]dataset
	Cases []struct {
		Name, Source, Statistic string
		Data                    json.RawMessage
		Options                 struct {
			Metric, Weights, Category, Method string
			Resamples                         int
			Disagreement                      [][]float64 `json:"disagreement_weights"`
		}
		Expected  json.RawMessage
		Tolerance float64
	}
}

type dataset struct {
	Kind          string
	Values        json.RawMessage
	N             float64
	Begin, Length int
	Coders        [][][3]any
}

func readSuite(t *testing.T, file string) suite {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var s suite
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// rounded lists cases whose expected value was rounded by the program it comes from, but whose tolerance does not say so.
var rounded = map[string]float64{
	"nltk_easy/fleiss_kappa": 5e-6, // irrCAC rounds to five decimals; the value is -14/13
}

func TestConformance(t *testing.T) {
	for _, file := range []string{"testdata/cases.json", "testdata/more.json"} {
		s := readSuite(t, file)
		if len(s.Cases) < 20 {
			t.Fatalf("%s has only %d cases", file, len(s.Cases))
		}
		for _, c := range s.Cases {
			t.Run(c.Name, func(t *testing.T) {
				var name string
				d := dataset{}
				if json.Unmarshal(c.Data, &name) == nil {
					d = s.Data[name]
				} else {
					d.Values = c.Data
				}
				o := agreement.Options{Disagreement: c.Options.Disagreement}
				var err error
				if c.Options.Weights != "" {
					if o.Weights, err = agreement.ParseWeights(c.Options.Weights); err != nil {
						t.Fatal(err)
					}
				}
				var got agreement.Value
				switch {
				case strings.HasPrefix(c.Statistic, "unitizing"):
					got = unitize(t, d, c.Options.Category)
				case c.Statistic == "masi_distance":
					got.Value = masi(t, d)
				case strings.HasPrefix(d.Kind, "sets"):
					got = sets(t, d, c.Statistic, c.Options.Metric)
				default:
					o.Metric = agreement.Nominal
					if c.Options.Metric != "" {
						if o.Metric, err = agreement.ParseMetric(c.Options.Metric); err != nil {
							t.Fatal(err)
						}
					}
					name := c.Statistic
					if before, ok := strings.CutSuffix(name, "_bootstrap_ci95"); ok {
						name, o.Resamples, o.Interval, o.Seed = before, c.Options.Resamples, agreement.Bootstrap, 1
						if c.Options.Method == "krippendorff" {
							o.Interval = agreement.Coincidences
						}
					}
					stat, err := agreement.Find(name)
					if err != nil {
						t.Fatal(err)
					}
					if got, err = stat.Of(table(t, d), o); err != nil {
						t.Fatal(err)
					}
				}
				compare(t, got, c.Statistic, c.Expected, max(c.Tolerance, rounded[c.Name]))
			})
		}
	}
}

func compare(t *testing.T, got agreement.Value, statistic string, expected json.RawMessage, tolerance float64) {
	t.Helper()
	if string(expected) == "null" {
		if got.Undefined == "" {
			t.Errorf("got %v, want it undefined", got)
		}
		return
	}
	if !got.Defined() {
		t.Fatalf("undefined: %s", got.Undefined)
	}
	near := func(what string, got, want float64) {
		if !(math.Abs(got-want) <= tolerance) {
			t.Errorf("%s %v, want %v within %g", what, got, want, tolerance)
		}
	}
	var pair [2]float64
	var want float64
	switch {
	case json.Unmarshal(expected, &want) == nil:
		x := *got.Value
		switch statistic {
		case "unitizing_Do":
			x = *got.Observed
		case "unitizing_De":
			x = *got.Expected
		}
		near("value", x, want)
	case json.Unmarshal(expected, &pair) == nil:
		near("low", *got.Low, pair[0])
		near("high", *got.High, pair[1])
	default:
		t.Fatalf("expected %s", expected)
	}
}

// table reads ratings, counts or proportions.
func table(t *testing.T, d dataset) *agreement.Table {
	t.Helper()
	var rows [][]any
	if err := json.Unmarshal(d.Values, &rows); err != nil {
		t.Fatal(err)
	}
	if d.Kind == "contingency_2_coders" || d.Kind == "proportions_2_coders" {
		counts := make([][]int, len(rows))
		for i, row := range rows {
			for _, x := range row {
				counts[i] = append(counts[i], int(math.Round(x.(float64)*max(1, d.N))))
			}
		}
		got, err := agreement.FromCounts(counts, nil)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	text := make([][]string, len(rows))
	for i, row := range rows {
		for _, x := range row {
			cell := ""
			if x != nil {
				cell = fmt.Sprint(x)
			}
			text[i] = append(text[i], cell)
		}
	}
	got, err := agreement.New(text, nil, agreement.Format{})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func sets(t *testing.T, d dataset, statistic, metric string) agreement.Value {
	t.Helper()
	var rows [][][]string
	if err := json.Unmarshal(d.Values, &rows); err != nil {
		t.Fatal(err)
	}
	table, err := agreement.NewSets(rows)
	if err != nil {
		t.Fatal(err)
	}
	if statistic == "krippendorff_mvalpha" {
		return agreement.MultiValued(table)
	}
	metrics := []struct {
		says string
		is   agreement.SetMetric
	}{
		{"jaccard", agreement.Jaccard}, {"masi (Passonneau", agreement.MASI}, {"masi with M in {1,.67", agreement.MASIRounded},
		{"nominal on whole", agreement.WholeSets}, {"Passonneau 2004 step", agreement.Step}, {"DKPro", agreement.JaccardStep},
	}
	for _, m := range metrics {
		if strings.HasPrefix(metric, m.says) {
			return m.is.Alpha(table)
		}
	}
	t.Fatalf("metric %q", metric)
	return agreement.Value{}
}

func masi(t *testing.T, d dataset) *float64 {
	t.Helper()
	var pair struct{ A, B []string }
	if err := json.Unmarshal(d.Values, &pair); err != nil {
		t.Fatal(err)
	}
	x, err := agreement.MASI.Distance(pair.A, pair.B)
	if err != nil {
		t.Fatal(err)
	}
	return &x
}

func unitize(t *testing.T, d dataset, category string) agreement.Value {
	t.Helper()
	c := agreement.Continuum{Start: d.Begin, Length: d.Length}
	for _, spans := range d.Coders {
		var own []agreement.Span
		for _, s := range spans {
			start := int(s[0].(float64))
			own = append(own, agreement.Span{Start: start, End: start + int(s[1].(float64)), Category: s[2].(string)})
		}
		c.Coders = append(c.Coders, own)
	}
	v, err := c.Unitizing(category)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
