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
