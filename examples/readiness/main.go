// Readiness assesses a patient data sharing project and says what to do next.
//
// Without arguments it assesses a case that ships with it. See "readiness help" for its commands.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
	"github.com/hasteslowly/readiness/recommend"
)

func main() {
	p := program{in: os.Stdin, out: os.Stdout, err: os.Stderr, style: styleOf(os.Stdout, os.Getenv)}
	os.Exit(p.run(os.Args[1:]))
}

// A program is one run of the command, with what it reads and writes.
type program struct {
	in       io.Reader
	out, err io.Writer
	style    style
	base     *framework.Catalogue // the reference catalogue, or what an overlay makes of it
	library  *recommend.Library
}

// errUsage marks a mistake in the command line.
var errUsage = errors.New("usage")

const usage = `readiness assesses a patient data sharing project and says what to do next.

  readiness                                 assess a case that ships with the program
  readiness assess FILE|CASE [--json]       assess a profile (JSON or CSV; - is standard input), or a case by name
  readiness explain ID [FILE|CASE]          what readiness, a type, a parameter or an action of the screen rests on
  readiness why-not [RULE] [FILE|CASE]      what kept rules from firing
  readiness cases                           the cases that ship with the program
  readiness catalogue [--json]              the types and how many parameters they have
  readiness catalogue show ID               one type, parameter or source
  readiness catalogue check                 the published statements that the catalogue is held to
  readiness catalogue funnel                how it was derived, beside the article's figures
  readiness questionnaire [--long] [--stage STAGE]
                                            a blank one to fill in, as CSV: 31 questions, or every parameter
  readiness convert FILE --to csv|json      a profile in the other form, without loss
  readiness compare BEFORE AFTER [--json] [--bridge]
                                            what changed between two moments, and whether it is more than other
                                            respondents would make; --overlay-before FILE is the earlier catalogue's
  readiness portfolio [FOLDER|FILE|CASE...] [--json]
                                            many projects side by side, with how sure each place is;
                                            without words, the cases
  readiness constructs FILE.csv [--json]    rank the columns of a table of construct ratings (-2..2, mix, missing)
  readiness code ...                        for those who code interviews and reviews: import, agreement, similar phrases,
                                            relations, matrix, saturation, export (readiness code help)
  readiness rules                           the rules that lead from scores to actions
  readiness actions [ID]                    the actions that can be recommended

--overlay FILE puts your names, language or parameters in the place of the catalogue's, in any command.
--draws N and --seed S say how often assess, compare and portfolio draw, and which draws; the same seed gives the same numbers.
--ascii draws without Unicode; NO_COLOR is respected. Exit status: 0 done, 1 the input has problems, 2 the command is not understood.
`

// run carries out the command and returns its exit status.
func (p program) run(args []string) int {
	a := parseArguments(args)
	if a.flag("ascii") {
		p.style.ascii = true
	}
	name := "assess"
	if len(a.words) > 0 {
		name, a.words = a.words[0], a.words[1:]
	}
	commands := map[string]command{
		"assess":        {program.assess, []string{"json", "draws", "seed"}, 1},
		"explain":       {program.explain, []string{"json"}, 2},
		"why-not":       {program.whyNot, nil, 2},
		"cases":         {program.cases, nil, 0},
		"catalogue":     {program.catalogue, []string{"json"}, 2},
		"questionnaire": {program.questionnaire, []string{"long", "stage"}, 0},
		"convert":       {program.convert, []string{"to"}, 1},
		"constructs":    {program.constructs, []string{"json"}, 1},
		"compare":       {program.compare, []string{"json", "draws", "seed", "bridge", "overlay-before"}, 2},
		"portfolio":     {program.portfolio, []string{"json", "draws", "seed"}, 200},
		"code":          {program.code, codeFlags, 6},
		"rules":         {program.rules, nil, 0},
		"actions":       {program.actions, []string{"json"}, 1},
		"help":          {program.help, nil, 1},
	}
	c, ok := commands[name]
	if a.flag("help") {
		c, ok = commands["help"], true
	}
	if !ok {
		fmt.Fprintf(p.err, "readiness: %q is no command; see readiness help\n", name)
		return 2
	}
	err := a.check(c)
	if err == nil {
		p.base, p.library, err = catalogueWith(a.flags["overlay"])
	}
	if err == nil {
		err = c.run(p, a)
	}
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errUsage):
		fmt.Fprintf(p.err, "readiness %s: %v; see readiness help\n", name, err)
		return 2
	}
	p.complain(err)
	return 1
}

// A command does one thing; it takes these flags besides those that all take, and at most so many words.
type command struct {
	run   func(program, arguments) error
	flags []string
	words int
}

func (p program) help(arguments) error {
	_, err := io.WriteString(p.out, usage)
	return err
}

// complain prints the first problems and counts the rest.
func (p program) complain(err error) {
	const most = 20
	e, ok := errors.AsType[*strict.Error](err)
	if !ok {
		fmt.Fprintf(p.err, "readiness: %v\n", err)
		return
	}
	for i, problem := range e.Problems {
		if i == most {
			fmt.Fprintf(p.err, "%s: and %d more\n", e.Input, len(e.Problems)-most)
			return
		}
		fmt.Fprintf(p.err, "%s: %v\n", e.Input, problem)
	}
}
