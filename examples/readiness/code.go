// Code: what researchers do with coded sources, as subcommands.

package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/coding/reference"
	"github.com/hasteslowly/readiness/coding/refi"
	"github.com/hasteslowly/readiness/framework/strict"
)

const codeUsage = `readiness code works on coded sources. MATERIAL is a REFI-QDA project (.qdpx, .qde), a table of codings (.csv with the columns
document and code), coded sources (.jsonl), or what import wrote (.json); without one, the evidence of the reference catalogue.

  readiness code import FILE [--out FILE]       read a file, say what is lost, write it as JSON; also codebooks (.qdc)
  readiness code export MATERIAL --to qdpx|qdc|csv|json [--out FILE]
  readiness code agree TABLE.csv [--statistic NAME] [--metric nominal|ordinal|interval|ratio|circular|jaccard|masi]
        [--weights linear|quadratic|ordinal] [--interval bootstrap|jackknife|analytic|coincidences|none] [--level 0.95]
        [--resamples 2000] [--seed 0] [--categories a,b,c] [--missing NA] [--header yes|no] [--period 24]
        [--pooled] [--drop-singles] [--json]
                                                one unit a row, one coder a column, blank is missing; sets as a;b, {} the empty one;
                                                without --statistic all of them and what is taken for what; undefined is no error
  readiness code agree MATERIAL                 agreement on what is marked, code by code
  readiness code funnel [LEDGER EVIDENCE...]    what became of every raw parameter
  readiness code blame ID [LEDGER]              why a parameter, or a raw one, is where it is
  readiness code diff LEDGER LEDGER EVIDENCE... what two ledgers decide unlike
  readiness code unite OURS THEIRS EVIDENCE... [--out FILE]
                                                one ledger of two people's, with the conflicts listed
  readiness code similar [FILE] [--threshold 0.6] [--json]
                                                phrases, one a line, that may say the same
  readiness code relate [MATERIAL] [--depth N] [--within N] [--json]
                                                factors felt both ways, challenges and drivers that occur together
  readiness code matrix [MATERIAL] [--depth N] [--by ATTRIBUTE] [--spans|--chart|--json]
                                                cases by themes, as CSV
  readiness code cooccur [MATERIAL] [--depth N] [--within N] [--chart|--json]
  readiness code saturation [MATERIAL] [--depth N] [--seed N] [--chart|--json]

--depth 1 takes the codebook's top level for themes, with all that lies below; without it every code counts by itself; --lens NAME takes the codings made under that lens. Tables go to standard output, remarks and progress to standard error.
`

var codeFlags = []string{"json", "chart", "spans", "statistic", "metric", "weights", "interval", "resamples", "seed", "level", "categories", "missing", "header", "threshold", "within", "depth", "by", "to", "out", "pooled", "drop-singles", "period", "lens"}

func (p program) code(a arguments) error {
	commands := map[string]func(program, arguments) error{
		"import": program.codeImport, "export": program.codeExport, "agree": program.agree, "funnel": program.codeFunnel, "blame": program.blame, "diff": program.diff,
		"unite": program.unite, "similar": program.similar, "relate": program.relate, "matrix": program.matrix, "cooccur": program.cooccur, "saturation": program.saturation,
		"help": func(p program, _ arguments) error { _, err := io.WriteString(p.out, codeUsage); return err },
	}
	name := a.word(0)
	if name == "" {
		name = "help"
	} else {
		a.words = a.words[1:]
	}
	run, ok := commands[name]
	if !ok {
		cure := ""
		if near := strict.Nearest(name, slices.Sorted(maps.Keys(commands))); near != "" {
			cure = "; " + near
		}
		return fmt.Errorf("%w: %q is none of its commands%s; see readiness code help", errUsage, name, cure)
	}
	done := p.working("code " + name)
	defer done()
	return run(p, a)
}

// working says on standard error, each second after the first, that a command still runs.
func (p program) working(what string) (done func()) {
	stop := make(chan struct{})
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		start := time.Now()
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				fmt.Fprintf(p.err, "readiness %s: %d s\n", what, int(time.Since(start).Seconds()))
			}
		}
	}()
	return func() { close(stop); <-ended }
}

// number reads a flag's whole number, or gives what stands for it.
func (a arguments) number(name string, standing int) (int, error) {
	if !a.flag(name) {
		return standing, nil
	}
	n, err := strconv.Atoi(a.flags[name])
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%w: --%s wants a whole number, not %q", errUsage, name, a.flags[name])
	}
	return n, nil
}

// share reads a flag's number between 0 and 1.
func (a arguments) share(name string, standing float64) (float64, error) {
	if !a.flag(name) {
		return standing, nil
	}
	x, err := strconv.ParseFloat(a.flags[name], 64)
	if err != nil || !(x > 0 && x <= 1) {
		return 0, fmt.Errorf("%w: --%s wants a number above 0 and at most 1, not %q", errUsage, name, a.flags[name])
	}
	return x, nil
}

// remark prints a report on standard error.
func (p program) remark(r *refi.Report) {
	for _, x := range r.Warnings {
		fmt.Fprintf(p.err, "understood: %v\n", x)
	}
	for _, x := range r.Losses {
		fmt.Fprintf(p.err, "lost: %v\n", x)
	}
}

// material reads what a word names; nothing is the reference's evidence.
func (p program) material(word string) (*coding.Material, error) {
	if word == "" {
		d, err := reference.Derive()
		if err != nil {
			return nil, err
		}
		return d.Material(), nil
	}
	f, err := os.Open(word)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	switch ending := strings.ToLower(word[strings.LastIndex(word, ".")+1:]); ending {
	case "json":
		return coding.ReadMaterial(f)
	case "csv":
		return coding.ReadCodings(f)
	case "jsonl":
		e, err := coding.ReadEvidence(f)
		return e.Material("first coder"), err
	case "qdpx", "qde", "qdc":
		return p.foreign(f, ending)
	}
	return nil, fmt.Errorf("%w: %s is none of .qdpx, .qde, .qdc, .csv, .jsonl, .json", errUsage, word)
}

// foreign reads REFI-QDA and says what it departs in.
func (p program) foreign(f *os.File, ending string) (*coding.Material, error) {
	var project *refi.Project
	var report *refi.Report
	var err error
	switch ending {
	case "qdc":
		var c *refi.Codebook
		if c, report, err = refi.ReadCodebook(f, refi.Limits{}); err == nil {
			project = &refi.Project{Codes: c.Codes}
		}
	case "qde":
		project, report, err = refi.ReadProjectXML(f, refi.Limits{})
	default:
		var info os.FileInfo
		if info, err = f.Stat(); err != nil {
			return nil, err
		}
		project, report, err = refi.ReadProject(f, info.Size(), refi.Limits{})
	}
	if err != nil {
		return nil, err
	}
	p.remark(report)
	m, report, err := project.Material(refi.MaterialOptions{})
	p.remark(report)
	return m, err
}

// write gives data to --out, or to standard output.
func (p program) write(a arguments, data []byte) error {
	if name := a.flags["out"]; name != "" {
		return os.WriteFile(name, data, 0o666)
	}
	_, err := p.out.Write(data)
	return err
}

func (p program) codeImport(a arguments) error {
	if a.word(0) == "" {
		return fmt.Errorf("%w: name a file", errUsage)
	}
	m, err := p.material(a.word(0))
	if err != nil {
		return err
	}
	if problems := m.Check(); len(problems) > 0 {
		return strict.Fail(a.word(0), problems)
	}
	fmt.Fprintf(p.err, "%s: %s, %s, %s by %s\n", a.word(0), counted(len(m.Documents), "document"), counted(len(m.Codebook), "code"), counted(len(m.Codings), "coding"), counted(len(m.Coders()), "coder"))
	return p.write(a, strict.Marshal(m))
}

func (p program) codeExport(a arguments) error {
	m, err := p.material(a.word(0))
	if err != nil {
		return err
	}
	var b bytes.Buffer
	switch to := a.flags["to"]; to {
	case "json":
		b.Write(strict.Marshal(m))
	case "csv":
		err = m.WriteCodings(&b)
	case "qdpx", "qdc":
		var project *refi.Project
		var report *refi.Report
		if project, report, err = refi.FromMaterial("readiness", m); err != nil {
			return err
		}
		if to == "qdpx" {
			p.remark(report)
			report, err = project.Write(&b)
		} else {
			report, err = (&refi.Codebook{Origin: project.Origin, Codes: project.Codes}).Write(&b)
		}
		p.remark(report)
	default:
		return fmt.Errorf("%w: --to wants qdpx, qdc, csv or json", errUsage)
	}
	if err != nil {
		return err
	}
	return p.write(a, b.Bytes())
}
