// Blank questionnaires, and profiles turned from one form to the other.

package main

import (
	"encoding/csv"
	"fmt"
	"path/filepath"

	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/profile"
)

// questionnaire prints a CSV to fill in: one row a type, or one a parameter. What is asked stands in the note; respondent and
// perspective are placeholders. How to fill it in goes to standard error, so that the CSV can be redirected to a file.
func (p program) questionnaire(a arguments) error {
	stage := framework.Stage(0)
	if name, ok := a.flags["stage"]; ok {
		var err error
		if stage, err = framework.ParseStage(name); err != nil {
			return fmt.Errorf("%w: %v", errUsage, err)
		}
	}
	rows := [][]string{profile.Columns()}
	for t := range p.base.Types() {
		if !t.Lifecycle.Scored() {
			continue
		}
		if !a.flag("long") {
			rows = append(rows, question(t.ID, t.Name, t.Asks(), t.ChallengePole, t.DriverPole))
			continue
		}
		for _, x := range t.Parameters {
			if x.Lifecycle.Scored() && x.Applies(stage) {
				rows = append(rows, question(x.ID, x.Name, x.Pole, x.Meaning, x.Meaning))
			}
		}
	}
	out := csv.NewWriter(p.out)
	if err := out.WriteAll(rows); err != nil {
		return err
	}
	fmt.Fprintln(p.err, "Fill in hinders and helps where asked: 0 not at all, 1 slightly, 2 moderately, 3 strongly, 4 very strongly.")
	fmt.Fprintln(p.err, "State may be: don't know, not applicable. Copy the rows for every respondent; give each a perspective. Then: readiness assess FILE.csv")
	return nil
}

// question is a row that asks one thing, in words.
func question(id, name string, asks framework.Pole, challenge, driver string) []string {
	var text string
	switch asks {
	case framework.Challenge:
		text = fmt.Sprintf("HINDERS? %s: %s", name, challenge)
	case framework.Driver:
		text = fmt.Sprintf("HELPS? %s: %s", name, driver)
	default:
		text = fmt.Sprintf("HINDERS? AND HELPS? %s: %s", name, challenge)
		if driver != challenge {
			text = fmt.Sprintf("%s: HINDERS? %s HELPS? %s", name, challenge, driver)
		}
	}
	return []string{id, "respondent-1", "my-group", "", "", "", "", "", text, "", ""}
}

// convert writes a profile in the other form.
func (p program) convert(a arguments) error {
	x, err := p.load(a.word(0))
	if err != nil {
		return err
	}
	switch to := a.flags["to"]; {
	case to == "csv", to == "" && filepath.Ext(a.word(0)) == ".json":
		return x.WriteCSV(p.out)
	case to == "json", to == "":
		return x.WriteJSON(p.out)
	default:
		return fmt.Errorf("%w: --to csv or --to json, not %q", errUsage, to)
	}
}
