// The program's uncertainty, comparisons and portfolios as their users meet them.

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hasteslowly/readiness/assess/uncertainty"
	"github.com/hasteslowly/readiness/framework"
)

// TestDrawsAreTheUsers: --draws and --seed reach the numbers, the same seed gives the same bytes, and what is no number is said.
func TestDrawsAreTheUsers(t *testing.T) {
	one := func(args ...string) uncertainty.Analysis {
		status, out, errs := run("", append([]string{"assess", "testdata/survey-spring.csv", "--json"}, args...)...)
		var x struct{ Uncertainty uncertainty.Analysis }
		if err := json.Unmarshal([]byte(out), &x); status != 0 || err != nil {
			t.Fatal(errs, err)
		}
		return x.Uncertainty
	}
	a, b, c := one("--draws", "500", "--seed", "7"), one("--draws=500", "--seed=7"), one("--draws", "500")
	if a.Draws != 500 || a.Seed != 7 || a.Readiness.Mean != b.Readiness.Mean || a.Readiness.Mean == c.Readiness.Mean {
		t.Errorf("%+v\n%+v\n%+v", a.Readiness, b.Readiness, c.Readiness)
	}
	status, _, errs := run("", "assess", "--draws", "many", "--seed", "-1")
	if status != 1 || !strings.Contains(errs, `--draws: "many" is no number of draws`) || !strings.Contains(errs, `--seed: "-1" is no seed`) {
		t.Errorf("status %d: %s", status, errs)
	}
	if status, _, errs := run("", "assess", "--draws", "99999999"); status != 1 || !strings.Contains(errs, "Draws: is 99999999") {
		t.Errorf("status %d: %s", status, errs)
	}
}

// TestPortfolioOfAFolder reads the profiles of a folder, ignores what is none, and reports every file that does not read.
func TestPortfolioOfAFolder(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if status, _, errs := run("", "portfolio", dir); status != 2 || !strings.Contains(errs, "has no .json or .csv file") {
		t.Errorf("an empty folder: status %d, %s", status, errs)
	}
	for _, name := range []string{"survey-spring.csv", "survey-autumn.csv"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		write(name, string(data))
	}
	write("notes.txt", "not a profile")
	status, out, errs := run("", "portfolio", dir, "--json")
	var p uncertainty.Portfolio
	if err := json.Unmarshal([]byte(out), &p); status != 0 || err != nil || len(p.Projects) != 2 {
		t.Fatalf("status %d, %v, %s, %d projects", status, err, errs, len(p.Projects))
	}
	write("bad.csv", "parameter,respondent\nambition,\n")
	write("worse.json", "{")
	status, out, errs = run("", "portfolio", dir)
	if status != 1 || out != "" || !strings.Contains(errs, "bad.csv") || !strings.Contains(errs, "worse.json") {
		t.Errorf("status %d: %s", status, errs)
	}
}

// TestCompareAcrossCatalogues refuses, and bridges when asked to.
func TestCompareAcrossCatalogues(t *testing.T) {
	path := filepath.Join(t.TempDir(), "before.json")
	overlay := `{"base": {"id": "readiness-reference", "version": "` + framework.Reference().Version() + `"}, "id": "mine", "version": "1.0.0", "relabel": [{"id": "ambition", "name": "Ehrgeiz"}]}`
	if err := os.WriteFile(path, []byte(overlay), 0o666); err != nil {
		t.Fatal(err)
	}
	args := []string{"compare", "testdata/survey-spring.csv", "testdata/survey-autumn.csv", "--overlay-before", path}
	if status, out, errs := run("", args...); status != 1 || out != "" || !strings.Contains(errs, "the catalogue was mine 1.0.0 and is readiness-reference") {
		t.Errorf("status %d: %s", status, errs)
	}
	if status, out, errs := run("", append(args, "--bridge")...); status != 0 || !strings.Contains(out, "bridged: the catalogue was mine 1.0.0") {
		t.Errorf("status %d: %s%s", status, out, errs)
	}
}
