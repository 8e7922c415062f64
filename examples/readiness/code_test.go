// The code commands, as a researcher and a script use them.

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write makes a file for a test.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestAgreeJSON holds the promise to scripts: statistic, value (absent when undefined), undefined, low, high, units, coders.
func TestAgreeJSON(t *testing.T) {
	// Krippendorff 2011, section C: four observers, twelve units; alpha .743 nominal, .815 ordinal, .849 interval, .797 ratio.
	table := write(t, "c.csv", "1,1,,1\n2,2,3,2\n3,3,3,3\n3,3,3,3\n2,2,2,2\n1,2,3,4\n4,4,4,4\n1,1,2,1\n2,2,2,2\n,5,5,5\n,,1,1\n,,3,\n")
	for metric, want := range map[string]float64{"nominal": .743, "ordinal": .815, "interval": .849, "ratio": .797} {
		status, out, errs := run("", "code", "agree", table, "--statistic", "krippendorff_alpha", "--metric", metric, "--json")
		var got struct {
			Statistic        string
			Value, Low, High *float64
			Undefined        *string
			Units, Coders    int
		}
		if err := json.Unmarshal([]byte(out), &got); err != nil || status != 0 {
			t.Fatal(err, errs)
		}
		if got.Statistic != "krippendorff_alpha" || got.Value == nil || *got.Value < want-.0005 || *got.Value > want+.0005 || got.Undefined != nil || got.Units != 12 || got.Coders != 4 || *got.Low > *got.Value || *got.High < *got.Value {
			t.Errorf("%s: %s", metric, out)
		}
	}
	status, out, _ := run("", "code", "agree", write(t, "x.csv", "1,1\n1,1\n"), "--statistic=cohen_kappa", "--json")
	var got map[string]any
	if err := json.Unmarshal([]byte(out), &got); err != nil || status != 0 {
		t.Fatal(err)
	}
	if _, has := got["value"]; has || !strings.Contains(got["undefined"].(string), "no variation") {
		t.Errorf("%s", out)
	}
	status, out, errs := run("1,2\n2,2\n1,1\n3,3\n", "code", "agree", "-", "--statistic", "cohen_kappa", "--weights", "linear", "--interval", "none", "--json")
	if status != 0 || strings.Contains(out, `"low"`) || !strings.Contains(out, `"variant": "linear"`) {
		t.Errorf("%s%s", out, errs)
	}
	status, out, errs = run("", "code", "agree", write(t, "sets.csv", "a;b,a\nb,b\n{},c\n,a\n"), "--metric", "masi", "--statistic", "krippendorff_alpha", "--json")
	if status != 0 || !strings.Contains(out, `"units": 4`) || !strings.Contains(out, `"variant": "masi"`) {
		t.Errorf("%s%s", out, errs)
	}
}

// TestFreshReader holds what a first reader of the program stumbled over.
func TestFreshReader(t *testing.T) {
	codings := write(t, "c.csv", "document,code,start,end,coder,sign,quotation,site\nd1,trust > a,0,10,ann,Challenge,some words,north\nd1,trust > a,5,12,bob,driver,words,north\nd2,cost > a,0,4,ann,driver,x,south\nd2,cost > a,0,4,bob,driver,x,south\n")
	_, out, _ := run("", "code", "matrix", codings)
	if !strings.Contains(out, "a (trust)") || !strings.Contains(out, "a (cost)") {
		t.Errorf("two codes of one name: %s", out)
	}
	status, out, errs := run("", "code", "agree", codings)
	if status != 0 || !strings.Contains(out, "|u-alpha") || strings.Contains(out, "undefined") {
		t.Errorf("agreement of codings without texts: %s%s", out, errs)
	}
	whole := write(t, "w.csv", "document,code,coder\nd1,a,ann\nd1,a,bob\nd2,b,ann\nd2,a,bob\nd3,b,ann\nd3,b,bob\n")
	if status, out, errs = run("", "code", "agree", whole); status != 0 || !strings.Contains(out, "alpha on which documents") {
		t.Errorf("agreement of whole documents: %s%s", out, errs)
	}
	csv := filepath.Join(t.TempDir(), "again.csv")
	if status, _, errs = run("", "code", "export", codings, "--to", "csv", "--out", csv); status != 0 {
		t.Fatal(errs)
	}
	if status, out, errs = run("", "code", "import", csv); status != 0 || !strings.Contains(out, "some words") {
		t.Errorf("the exported table is not read: %s", errs)
	}
	if _, out, _ = run("", "code", "matrix", codings, "--by", "site"); !strings.Contains(out, "north") {
		t.Errorf("by a column: %s", out)
	}
	for _, row := range [][2]string{{"--by sitee", `no case has the attribute "sitee"; there are ["site"]`}, {"--lens nosuch", "nothing is coded under the lens"}} {
		words := append([]string{"code", "matrix", codings}, strings.Fields(row[0])...)
		if status, _, errs := run("", words...); status != 2 || !strings.Contains(errs, row[1]) {
			t.Errorf("%s: %d, %s", row[0], status, errs)
		}
	}
	bad := write(t, "bad.csv", "document,code,start,end\nd,a,x,5\nd,a,9,5\n")
	if status, _, errs = run("", "code", "import", bad); status != 1 || !strings.Contains(errs, `"x" is no whole number`) || !strings.Contains(errs, "ends at 5, before it starts at 9") {
		t.Errorf("%s", errs)
	}
	if status, _, errs = run("", "code", "agree", codings, "--statistic", "cohen_kappa"); status != 2 || !strings.Contains(errs, "holds codings") {
		t.Errorf("%s", errs)
	}
	if _, _, errs = run("", "code", "blame", "data-standard"); !strings.Contains(errs, "data-standards") {
		t.Errorf("%s", errs)
	}
	if _, _, errs = run("", "code", "saturation", whole); !strings.Contains(errs, "not reached with these sources") || !strings.Contains(errs, "fewer than ten") {
		t.Errorf("%s", errs)
	}
}

func TestCodeComplains(t *testing.T) {
	table := write(t, "t.csv", "low,high\nlow,low\nhigh,low\n")
	for _, row := range []struct {
		args   string
		status int
		says   string
	}{
		{"code agree " + table + " --statistic kohen_kappa", 1, `did you mean "cohen_kappa"`},
		{"code agree " + table + " --statistic krippendorff_alpha --metric interval", 1, "interval needs numbers"},
		{"code agree " + table + " --statistic krippendorff_alpha --metric furlong", 1, "use one of nominal, ordinal"},
		{"code agree " + table + " --statistic cohen_kappa --categories low", 1, `"high" is not among the categories`},
		{"code agree nowhere.csv", 1, "no such file"},
		{"code agree", 2, "name a table"},
		{"code agre", 2, `did you mean "agree"`},
		{"code import x.doc", 1, "no such file"},
		{"code export --to pdf", 2, "--to wants"},
		{"code saturation --depth x", 2, "--depth wants a whole number"},
		{"code blame nobody", 2, "has nothing on"},
		{"code diff one", 2, "name two ledgers"},
	} {
		status, _, errs := run("", strings.Fields(row.args)...)
		if status != row.status || !strings.Contains(errs, row.says) {
			t.Errorf("%s: status %d, %q; want %d, %q", row.args, status, errs, row.status, row.says)
		}
	}
}

// TestCodeRoad takes a table of codings through every command and every form.
func TestCodeRoad(t *testing.T) {
	table := write(t, "codings.csv", "document,code,coder,sign,case,site\nd1,people > trust,ann,driver,k1,north\nd1,money,bob,challenge,k1,north\nd2,people > trust,bob,challenge,k2,south\n")
	folder := t.TempDir()
	last := table
	for _, to := range []string{"json", "csv", "qdpx", "json"} {
		next := filepath.Join(folder, "x."+to)
		if status, _, errs := run("", "code", "export", last, "--to", to, "--out", next); status != 0 {
			t.Fatal(to, errs)
		}
		last = next
	}
	for _, args := range []string{"agree", "relate", "matrix", "matrix --spans", "matrix --chart", "cooccur", "cooccur --chart", "saturation", "saturation --chart", "relate --depth 1 --json", "import"} {
		words := append([]string{"code"}, strings.Fields(args)...)
		status, out, errs := run("", append(words[:2:2], append([]string{last}, words[2:]...)...)...)
		if status != 0 || out == "" {
			t.Errorf("%s: %s", args, errs)
		}
	}
	status, out, _ := run("", "code", "matrix", last)
	if status != 0 || !strings.Contains(out, ",1,1") {
		t.Errorf("%s", out)
	}
	if status, out, _ = run("no time for training\ntraining: no time\nmoney\n", "code", "similar", write(t, "p.txt", "no time for training\ntraining: no time\nmoney\n")); status != 0 || !strings.Contains(out, "2 times the same words") {
		t.Errorf("%s", out)
	}
	if status, out, _ = run("", "code", "export", "../../coding/refi/testdata/refi-spec-annexA1-codebook.qdc", "--to", "qdc"); status != 0 || !strings.Contains(out, `name="Economy"`) {
		t.Errorf("%s", out)
	}
}

// TestCodeLedgers unites and compares two people's ledgers on the second wave's small beginning.
func TestCodeLedgers(t *testing.T) {
	evidence := write(t, "e.jsonl", `{"id":"s","citation":"S","url":"x","kind":"survey","setting":"here","challenges":[{"name":"fear","it_solution":false,"note":"n"}],"drivers":[],"ambivalent_or_paired":[],"outcomes":[],"seen":"abstract"}`+"\n")
	status, digest, errs := run("", "code", "import", evidence)
	if status != 0 || !strings.Contains(digest, "fear") {
		t.Fatal(errs)
	}
	base := `{"op":"import","of":"` + shaOf(t, evidence) + `","who":"p","why":"w"}` + "\n"
	ours := write(t, "ours.jsonl", base+`{"op":"place","of":"s:c1","lens":"type","in":["fear"],"who":"ann","why":"w"}`+"\n")
	theirs := write(t, "theirs.jsonl", base+`{"op":"place","of":"s:c1","lens":"type","in":["joy"],"who":"bob","why":"w"}`+"\n")
	if status, out, errs := run("", "code", "diff", ours, theirs, evidence); status != 0 || !strings.Contains(out, `s:c1, fate: "fear" against "joy"`) {
		t.Errorf("%s%s", out, errs)
	}
	if status, out, errs := run("", "code", "unite", ours, theirs, evidence); status != 0 || !strings.Contains(errs, "1 conflict left to decide") || strings.Contains(out, "joy") {
		t.Errorf("%s%s", out, errs)
	}
	if status, out, errs := run("", "code", "funnel", ours, evidence); status != 0 || !strings.Contains(out, `"undecided": 1`) {
		t.Errorf("%s%s", out, errs)
	}
	if status, out, errs := run("", "code", "blame", "s:c1", ours); status != 0 || !strings.Contains(out, "2 place s:c1 by ann") {
		t.Errorf("%s%s", out, errs)
	}
}

func shaOf(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
