"""Names: rules that put right and complete what the pipeline's NER found. Each rule is a function and open to ablation."""
