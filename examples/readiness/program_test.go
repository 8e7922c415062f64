// The program as its users meet it: golden screens, round trips, exit statuses and error messages.

package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// run calls the program and returns its exit status and what it wrote.
func run(in string, args ...string) (status int, out, errs string) {
	var o, e bytes.Buffer
	status = program{in: strings.NewReader(in), out: &o, err: &e}.run(args)
	return status, o.String(), e.String()
}

func TestGolden(t *testing.T) {
	for _, row := range []struct{ name, args string }{
		{"first", ""},
		{"first-ascii", "--ascii"},
		{"care-data", "assess care-data"},
		{"key-information-summary", "assess key-information-summary"},
		{"my-health-record", "assess my-health-record"},
		{"new-york-exchange", "assess new-york-exchange"},
		{"survey", "assess testdata/survey-spring.csv"},
		{"compare", "compare testdata/survey-spring.csv testdata/survey-autumn.csv"},
		{"compare-cases", "compare summary-care-record key-information-summary"},
		{"portfolio", "portfolio"},
		{"explain-action", "explain 1"},
		{"explain-number", "explain consent-and-choice"},
		{"why-not", "why-not oppositional key-information-summary"},
		{"catalogue", "catalogue"},
		{"catalogue-check", "catalogue check"},
		{"catalogue-type", "catalogue show added-work"},
		{"catalogue-parameter", "catalogue show no-lawful-basis-settled"},
		{"catalogue-source", "catalogue show mullins-2021"},
		{"cases", "cases"},
		{"rules", "rules"},
		{"action", "actions publish-the-consent-rule"},
		{"questionnaire", "questionnaire"},
		{"constructs", "constructs testdata/cfir-varsi-2015.csv"},
		{"help", "help"},
		{"code-help", "code help"},
		{"code-blame", "code blame data-not-believed"},
		{"code-similar", "code similar"},
	} {
		t.Run(row.name, func(t *testing.T) {
			status, out, errs := run("", strings.Fields(row.args)...)
			if status != 0 {
				t.Fatalf("status %d: %s", status, errs)
			}
			path := filepath.Join("testdata", row.name+".golden")
			if *update {
				if err := os.WriteFile(path, []byte(out), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil || string(want) != out {
				t.Errorf("differs from %s (%v); see with -update and git diff", path, err)
			}
			if row.name == "questionnaire" {
				return
			}
			for n, line := range strings.Split(out, "\n") {
				if utf8.RuneCountInString(line) > 100 && row.name != "catalogue-check" && !strings.Contains(row.name, "help") && row.name != "code-blame" {
					t.Errorf("line %d has %d columns: %s", n+1, utf8.RuneCountInString(line), line)
				}
			}
			if strings.Contains(row.name, "ascii") && strings.ContainsFunc(out, func(r rune) bool { return r >= utf8.RuneSelf }) {
				t.Error("a character that ASCII does not have")
			}
		})
	}
}

// TestFourHighUnitsRankAboveTheLowOne is the known outcome of Varsi et al. 2015: units 1-4 high implementation, unit 5 low.
func TestFourHighUnitsRankAboveTheLowOne(t *testing.T) {
	status, out, errs := run("", "constructs", "testdata/cfir-varsi-2015.csv", "--json")
	if status != 0 {
		t.Fatal(errs)
	}
	var ranking []struct {
		Project              string
		Readiness, Low, High float64
	}
	if err := json.Unmarshal([]byte(out), &ranking); err != nil {
		t.Fatal(err)
	}
	if len(ranking) != 5 || ranking[4].Project != "unit5" {
		t.Fatalf("ranking %+v", ranking)
	}
	// Unit 5 by hand: ratings 0 1 -1 1 0 -1 -1 1 -2 -2 -2 -2 0 1 1 -1 -1 2 -1 sum to -8 of 2*19; (1 - 8/38)/2.
	if want := 100 * (1 - 8.0/38) / 2; ranking[4].Readiness < want-1e-9 || ranking[4].Readiness > want+1e-9 {
		t.Errorf("unit 5 has %v, by hand %v", ranking[4].Readiness, want)
	}
	for _, high := range ranking[:4] {
		if high.Readiness <= ranking[4].Readiness || high.Low > high.Readiness || high.High < high.Readiness {
			t.Errorf("%+v against %+v", high, ranking[4])
		}
	}
}

func TestJSONHasWhatIsPromised(t *testing.T) {
	status, out, errs := run("", "assess", "summary-care-record", "--json")
	if status != 0 {
		t.Fatal(errs)
	}
	var result struct {
		Format, Method  string
		Catalogue       struct{ ID, Version string }
		Readiness       struct{ Value, Low, High float64 }
		Types           []struct{ ID string }
		Recommendations []struct {
			Action, Rule, Because string
			Sources               []string
			WhatIf                struct{ Gain float64 } `json:"what_if"`
		}
		Explanation struct{ Parts []json.RawMessage }
	}
	if err := json.Unmarshal([]byte(out), &result); err != nil {
		t.Fatal(err)
	}
	if result.Format != "readiness-result/2" || result.Method != "2" || result.Catalogue.Version != framework.Reference().Version() ||
		len(result.Types) != 22 || len(result.Recommendations) < 5 || len(result.Explanation.Parts) != 3 {
		t.Errorf("%+v", result)
	}
	if status, out, _ = run("", "catalogue", "--json"); status != 0 {
		t.Fatal("catalogue --json fails")
	}
	if _, err := framework.Read(strings.NewReader(out)); err != nil {
		t.Errorf("the catalogue's own JSON does not read: %v", err)
	}
}

func TestErrorsPointAtLineAndColumn(t *testing.T) {
	header := "parameter,respondent,perspective,hinders,helps,context,goal,state,note,evidence,at\n"
	for _, row := range []struct {
		name, in string
		want     []string
	}{
		{"unknown parameter in CSV", header + "consent-and-choise,a,nurses,1,2,,,,,,\n", []string{`-: line 2, column 1: parameter: "consent-and-choise" is no parameter or type of catalogue readiness-reference`, `did you mean "consent-and-choice"?`}},
		{"two problems in CSV", header + "ambition,a,nurses,7,2,,,,,,\nambition,b,nurses,1,,,,not applicable,,,\n", []string{`line 2, column 19: hinders: "7" is no rating`}},
		{"contradiction in CSV", header + "ambition,b,nurses,1,,,,not applicable,,,\n", []string{"line 2, column 24: state: is not applicable, but a rating is given"}},
		{"unknown key in JSON", "{\n  \"version\": 1,\n  \"projekt\": {}\n}", []string{`line 3, column 3: key "projekt" is not known here; did you mean "project"?`}},
		{"truncated JSON", `{"version": 1, "project": {"name": "x"`, []string{"line 1, column 39: ends too early"}},
		{"nothing", "", []string{"is empty"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			status, out, errs := run(row.in, "assess", "-")
			if status != 1 || out != "" {
				t.Errorf("status %d, output %q", status, out)
			}
			for _, want := range row.want {
				if !strings.Contains(errs, want) {
					t.Errorf("got %q, want %q in it", errs, want)
				}
			}
		})
	}
}

func TestUsage(t *testing.T) {
	for _, row := range []struct{ args, want string }{
		{"asses", `"asses" is no command`},
		{"assess a b", `"b" is one word too many`},
		{"assess --jsn", "--jsn is not known here"},
		{"explain nothing", `"nothing" is no number of this assessment`},
		{"explain 999", "there are recommendations 1 to"},
		{"catalogue show nothing", "is no type, parameter or source"},
		{"constructs", "name a CSV file"},
		{"questionnaire --stage tomorrow", `"tomorrow" is no stage`},
		{"convert summary-care-record --to pdf", "--to csv or --to json"},
		{"compare care-data", "name two profiles, the earlier first"},
		{"portfolio care-data", "a portfolio takes two projects or more"},
	} {
		if status, _, errs := run("", strings.Fields(row.args)...); status != 2 || !strings.Contains(errs, row.want) {
			t.Errorf("%s: status %d, %q", row.args, status, errs)
		}
	}
	if status, _, errs := run("", "assess", "no-such-file.csv"); status != 1 || !strings.Contains(errs, "no-such-file.csv") {
		t.Errorf("a missing file: status %d, %q", status, errs)
	}
}

// TestQuestionnaireCanBeFilledAndAssessed fills in the blank one and assesses it.
func TestQuestionnaireCanBeFilledAndAssessed(t *testing.T) {
	for _, args := range [][]string{{"questionnaire"}, {"questionnaire", "--long", "--stage", "pilot"}} {
		_, blank, _ := run("", args...)
		status, out, errs := run(blank, "assess", "-")
		if status != 0 || !strings.Contains(out, "? of 100") {
			t.Fatalf("blank: status %d: %s%s", status, errs, out)
		}
		questions := strings.Count(blank, "HINDERS?") + strings.Count(blank, "HELPS?")
		if len(args) == 1 && questions != 31 {
			t.Errorf("%d questions in the short form, not 31", questions)
		}
		filled := strings.ReplaceAll(blank, ",my-group,,,,,", ",my-group,2,2,,,")
		status, out, errs = run(filled, "assess", "-")
		if status != 0 || !strings.Contains(out, "READINESS") || strings.Contains(out, "? of 100") {
			t.Errorf("filled: status %d: %s%s", status, errs, out)
		}
	}
}

func TestConvertLosesNothing(t *testing.T) {
	_, asCSV, _ := run("", "convert", "my-health-record", "--to", "csv")
	status, asJSON, errs := run(asCSV, "convert", "-", "--to", "json")
	if status != 0 {
		t.Fatal(errs)
	}
	original, err := caseFiles.ReadFile("cases/my-health-record.json")
	if err != nil {
		t.Fatal(err)
	}
	if asJSON != string(original) {
		t.Error("a case to CSV and back is not what it was")
	}
}

// TestOverlay puts names of another language in place without touching code.
func TestOverlay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "overlay.json")
	write := func(version string) {
		overlay := `{"base": {"id": "readiness-reference", "version": "` + version + `"}, "id": "mine", "version": "1.0.0", "relabel": [{"id": "unfit-solution", "name": "Passt nicht"}]}`
		if err := os.WriteFile(path, []byte(overlay), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write(framework.Reference().Version())
	if status, out, errs := run("", "assess", "--overlay", path); status != 0 || !strings.Contains(out, "Passt nicht") || strings.Contains(out, "A solution that does not fit") {
		t.Errorf("status %d: %s%s", status, errs, out)
	}
	write("9.9.9")
	if status, _, errs := run("", "assess", "--overlay", path); status != 1 || !strings.Contains(errs, "base: is readiness-reference 9.9.9") {
		t.Errorf("status %d: %s", status, errs)
	}
}

// TestCases holds every shipped case to its promises: a note and a source of the evidence for every rating.
func TestCases(t *testing.T) {
	names, err := caseNames()
	if err != nil || len(names) < 5 {
		t.Fatalf("%d cases, %v", len(names), err)
	}
	for _, name := range names {
		data, err := caseFiles.ReadFile("cases/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		p, err := profile.ReadJSON(bytes.NewReader(data), profile.Options{Catalogue: framework.Reference()})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(p.Project().Origin, "secondary coding") || len(p.Project().Sources) == 0 {
			t.Errorf("%s does not say that it is secondary coding, of what", name)
		}
		for i := range p.Observations() {
			o := p.Observation(i)
			if _, ok := framework.Reference().Source(o.Evidence); !ok || len(o.Note) < 8 {
				t.Errorf("%s, observation %d: evidence %q, note %q", name, i, o.Evidence, o.Note)
			}
		}
	}
}

func TestColourTellsNothingAlone(t *testing.T) {
	var plain, coloured bytes.Buffer
	if status := (program{out: &plain, err: &plain}).run(nil); status != 0 {
		t.Fatal(plain.String())
	}
	if status := (program{out: &coloured, err: &coloured, style: style{colour: true}}).run(nil); status != 0 {
		t.Fatal(coloured.String())
	}
	stripped := coloured.String()
	for _, code := range []string{"\x1b[1m", "\x1b[1;31m", "\x1b[0m"} {
		stripped = strings.ReplaceAll(stripped, code, "")
	}
	if stripped != plain.String() || !strings.Contains(coloured.String(), "\x1b[1;31m") {
		t.Error("without its colours the screen reads otherwise, or there are none")
	}
}

// TestCasesAgainstAnotherImplementation holds readiness and its bounds to a computation of the same formulas in Python, testdata/apart.py,
// written apart from this code, for profiles of one respondent a perspective: ratings, short answers, stages, forms, weights.
func TestCasesAgainstAnotherImplementation(t *testing.T) {
	for name, want := range map[string][3]float64{
		"summary-care-record":     {39.300663208871974, 14.80434085123406, 80.9130421002296},
		"care-data":               {23.64142663715967, 5.788352454601375, 82.76208962041416},
		"key-information-summary": {77.01791431275208, 17.161228244123798, 95.24887481788082},
		"my-health-record":        {45.017181219642886, 10.36838336276325, 89.72039731855226},
		"new-york-exchange":       {38.17661142181032, 10.078195963251153, 83.88164656529898},
	} {
		status, out, errs := run("", "assess", name, "--json")
		if status != 0 {
			t.Fatal(errs)
		}
		var got struct {
			Readiness struct{ Value, Low, High float64 }
		}
		if err := json.Unmarshal([]byte(out), &got); err != nil {
			t.Fatal(err)
		}
		for i, x := range [3]float64{got.Readiness.Value, got.Readiness.Low, got.Readiness.High} {
			if d := x - want[i]; d > 1e-9 || d < -1e-9 {
				t.Errorf("%s: %v, apart %v", name, x, want[i])
			}
		}
	}
}
