import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ProviderGuide } from "../../../components/catalogue/provider-guide.tsx";
import { Page } from "../../../components/ui/page.tsx";
import { GENERAL, guideOf, providers, readGuideValues } from "../../../lib/checks/index.ts";
import { originOf } from "../../../lib/http/headers.ts";

type Props = PageProps<"/providers/[id]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { id } = await params;
  const provider = providers.find((one) => one.id === id);
  if (!provider && id !== GENERAL) notFound();
  const where = provider ? `at ${provider.name}` : "at any provider";
  // Filled in, it is somebody's address: the plain page is the one to find.
  const filled = Object.keys(await searchParams).length > 0;
  return {
    title: `How to set a PTR record ${where}`,
    description: `Reverse DNS ${where}: where it is set, by panel or command, what is checked first, and where that was read.`,
    alternates: { canonical: `${originOf(await headers())}/providers/${id}` },
    ...(filled ? { robots: { index: false, follow: true } } : {}),
  };
}

export default async function ProviderPage({ params, searchParams }: Props) {
  const { id } = await params;
  const reading = readGuideValues(await searchParams);
  const guide = guideOf(id, reading.values);
  if (!guide) notFound();
  return (
    <Page search={reading.given.address ?? ""} narrow>
      <ProviderGuide guide={guide} provider={providers.find((one) => one.id === id)} reading={reading} />
    </Page>
  );
}
