// Generate writes what the ledger yields: the reference catalogue's folder, and FUNNEL.md beside the ledger.
//
// It is run by go generate in package framework, and reads nothing of the catalogue that it replaces.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/hasteslowly/readiness/coding/reference"
)

func main() {
	out := flag.String("out", "reference", "folder of the catalogue")
	page := flag.String("funnel", filepath.Join("..", "coding", "reference", "FUNNEL.md"), "file of the funnel")
	flag.Parse()
	if err := run(*out, *page); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out, page string) error {
	d, err := reference.Derive()
	if err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(out, "types")); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(out, "types"), 0o777); err != nil {
		return err
	}
	for _, f := range d.Catalogue.Files() {
		if err := os.WriteFile(filepath.Join(out, filepath.FromSlash(f.Name)), f.Data, 0o666); err != nil {
			return err
		}
	}
	return os.WriteFile(page, d.FunnelPage(), 0o666)
}
