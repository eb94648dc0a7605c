export function NodeCard({ id }: { readonly id: string }) {
	return <p>{id}</p>;
}
